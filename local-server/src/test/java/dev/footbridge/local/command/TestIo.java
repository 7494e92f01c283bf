package dev.footbridge.local.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A process where nobody is, and nothing to read. */
final class TestIo {

    private TestIo() {}

    static Io of(OutputStream out, Map<String, String> env) {
        return of(out, OutputStream.nullOutputStream(), env);
    }

    static Io of(OutputStream out, OutputStream err, Map<String, String> env) {
        return of(out, err, env, StoreOpener.NONE);
    }

    static Io of(OutputStream out, OutputStream err, Map<String, String> env, StoreOpener stores) {
        return new Io(
                InputStream.nullInputStream(),
                stream(out),
                stream(err),
                env,
                Io.Person.NOWHERE,
                stores,
                "./footbridge");
    }

    private static PrintStream stream(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
