package dev.footbridge.local.command;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The process as a command sees it.
 *
 * @param person which of the streams a person is at
 * @param stores opens what {@code --state} names
 * @param launcher how the command was called, for texts that tell how to call it again
 */
record Io(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> env,
        Person person,
        StoreOpener stores,
        String launcher) {

    /** Without a cloud. */
    Io(InputStream in, PrintStream out, PrintStream err, Map<String, String> env, Person person, String launcher) {
        this(in, out, err, env, person, StoreOpener.NONE, launcher);
    }

    /**
     * Where a terminal is attached.
     *
     * @param types whether {@code in} is typed
     * @param reads whether {@code out} is read
     */
    record Person(boolean types, boolean reads) {
        static final Person NOWHERE = new Person(false, false);
    }

    /** The launcher script says what it knows better than a JVM: its own path, and what is a terminal. */
    static Io ofProcess(StoreOpener stores) {
        return new Io(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                System.err,
                System.getenv(),
                new Person(Boolean.getBoolean("footbridge.keyboard"), Boolean.getBoolean("footbridge.terminal")),
                stores,
                System.getProperty("footbridge.launcher", "footbridge"));
    }

    /** The launcher as one word of a shell. */
    String launcherWord() {
        return shellWord(launcher);
    }

    /** The text as one word of a shell. */
    static String shellWord(String text) {
        return text.matches("[A-Za-z0-9_./:+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    Style style() {
        boolean wanted = !env.containsKey("NO_COLOR") && !"dumb".equals(env.getOrDefault("TERM", "dumb"));
        return person.reads() && wanted ? Style.COLOURED : Style.PLAIN;
    }

    /** Columns to wrap at. */
    int width() {
        try {
            return Math.max(40, Math.min(120, Integer.parseInt(env.getOrDefault("COLUMNS", "80"))));
        } catch (NumberFormatException notANumber) {
            return 80;
        }
    }
}
