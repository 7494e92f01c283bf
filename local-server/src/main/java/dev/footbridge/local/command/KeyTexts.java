package dev.footbridge.local.command;

import dev.footbridge.audit.AuditKey;
import dev.footbridge.key.FileSource;
import dev.footbridge.key.Pepper;
import dev.footbridge.log.Log;
import dev.footbridge.oauth.ProofNonces;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.SecretSourceException;
import dev.footbridge.secret.VariableSource;
import dev.footbridge.security.KeyRing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Keys that settings refer to, made of the text they are kept as. They are read once, at start. */
final class KeyTexts {

    private KeyTexts() {}

    /** What settings on this machine can refer to secrets with. */
    static SecretReferences references(Map<String, String> env, Log log) {
        return new SecretReferences(
                List.of(new VariableSource(env), new FileSource()),
                InstantSource.system(),
                trouble -> log.warn("-", trouble));
    }

    static AuditKey audit(HeldSecret text) throws CommandFailure {
        return made(text, "64 hexadecimal digits", secret -> new AuditKey(hex(secret)));
    }

    static Pepper pepper(List<HeldSecret> newestFirst) throws CommandFailure {
        List<Secret> peppers = new ArrayList<>();
        for (HeldSecret text : newestFirst) {
            peppers.add(made(text, "64 hexadecimal digits", KeyTexts::hex));
        }
        try {
            return new Pepper(peppers);
        } catch (IllegalArgumentException tooShort) {
            throw CommandFailure.start("/secrets/key_pepper: " + tooShort.getMessage());
        }
    }

    static KeyRing sealing(HeldSecret text) throws CommandFailure {
        return made(text, "id:base64 of 32 bytes, and others after commas", KeyTexts::ring);
    }

    static ProofNonces nonces(HeldSecret text, InstantSource clock) throws CommandFailure {
        return made(text, "64 hexadecimal digits", secret -> new ProofNonces(hex(secret), clock));
    }

    private static KeyRing ring(Secret secret) {
        return KeyRing.parse(secret.revealText().strip());
    }

    private static Secret hex(Secret text) {
        return Secret.of(HexFormat.of().parseHex(text.revealText().strip()));
    }

    /** Makes a key of a secret. */
    private interface Maker<K> {
        K make(Secret secret);
    }

    /** What is refused is not quoted: some refusals of the JDK repeat what they refuse. */
    private static <K> K made(HeldSecret text, String form, Maker<K> maker) throws CommandFailure {
        try {
            return maker.make(text.get());
        } catch (SecretSourceException unreadable) {
            throw CommandFailure.start(String.valueOf(unreadable.getMessage()));
        } catch (IllegalArgumentException notOne) {
            throw CommandFailure.start("the key that " + text + " refers to must be " + form);
        }
    }
}
