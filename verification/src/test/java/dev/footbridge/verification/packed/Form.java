package dev.footbridge.verification.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form of the function that starts with an archive of classes: what dist/lambda-forms made, and how Lambda starts it.
 */
enum Form {
    /** In the managed runtime, by the wrapper that keeps its client. */
    ARCHIVED("archived", "archived.sh"),
    /** The same package where answers are streamed. */
    STREAMED("archived", "stream.sh"),
    /** With a Java of its own. */
    CUSTOM("custom", "bootstrap");

    static final Path MADE = Path.of(System.getProperty("footbridge.lambda.forms", "nowhere"));

    /** An app whose tool of the same name says something else. */
    private static final String REBUILT = """
            package dev.footbridge.app;

            import dev.footbridge.argument.Field;
            import dev.footbridge.feature.FeatureSet;
            import dev.footbridge.feature.Tool;
            import dev.footbridge.feature.ToolResult;
            import dev.footbridge.protocol.Implementation;
            import java.util.Optional;

            public final class App {
                public static final Implementation SELF = Implementation.of("rebuilt", "1");

                public static App open(AppSettings settings) {
                    return new App();
                }

                public FeatureSet features() {
                    return FeatureSet.builder()
                            .tool(Tool.named("greet")
                                    .describedAs("Greets.")
                                    .takes(Field.text("name"))
                                    .calls((in, call) -> ToolResult.text("Rebuilt!")))
                            .build();
                }

                public Optional<String> instructions() {
                    return Optional.empty();
                }
            }
            """;

    private static final Pattern LOOP =
            Pattern.compile("dev\\.footbridge\\.(aws\\.runtime|aws\\.program|aws\\.LambdaLoop|dist\\.lambda)");

    private final String folder;
    private final String script;

    Form(String folder, String script) {
        this.folder = folder;
        this.script = script;
    }

    Path made() {
        return MADE.resolve(folder);
    }

    boolean managed() {
        return this != CUSTOM;
    }

    /** A copy with the times of its files, where the Java is the very one that was made. */
    Path copy(Path target) throws IOException {
        Path java = made().resolve("java");
        try (Stream<Path> all = Files.walk(made())) {
            for (Path file : all.filter(path -> !path.startsWith(java)).toList()) {
                Files.copy(
                        file,
                        target.resolve(made().relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (Files.exists(java)) {
            standIn(target.resolve("java"), java, Files.readString(java.resolve("release")));
        }
        return target;
    }

    /** A home of Java that starts another one, and says of itself what the release file says. */
    static Path standIn(Path home, Path java, String release) throws IOException {
        Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\nexec " + java.resolve("bin/java") + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), release);
        return program;
    }

    /** Puts another app into the jar it is in, which keeps its name and time. */
    static void rebuild(Path task, Path classes) throws IOException {
        Task.compile(task, Files.createDirectories(classes), "App", REBUILT);
        Path jar = task.resolve("lib/0-joined.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                Stream<Path> made = Files.walk(classes)) {
            for (Path file : made.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file, inside.getPath(classes.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.setLastModifiedTime(jar, time);
    }

    /** @param loaded where every class is noted that the virtual machine loads */
    Environment start(Path task, String java, Path loaded, String endpoint) throws IOException {
        String note = "-Xlog:class+load:file=" + loaded;
        Map<String, String> variables = new HashMap<>(Environment.variables(task, endpoint));
        // A function that no snapshot is taken of finds its credentials there.
        variables.putAll(Map.of("AWS_ACCESS_KEY_ID", "A", "AWS_SECRET_ACCESS_KEY", "s", "AWS_SESSION_TOKEN", "t"));
        List<String> command = new ArrayList<>(List.of("./" + script));
        if (managed()) {
            command.addAll(Environment.managed(java, client(), List.of(note)));
        } else {
            variables.put("FOOTBRIDGE_JAVA_OPTIONS", note);
            variables.put("JAVA_HOME", System.getProperty("java.home"));
        }
        return Environment.start(task, command, variables);
    }

    private static String client() throws IOException {
        try (Stream<Path> jars = Files.list(MADE.resolve("client"))) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
        }
    }

    /**
     * Whether the classes of this project came out of an archive, or none of them. Those of the loop are not in one
     * that is made with the runtime's own client.
     */
    void expectArchived(Path loaded, boolean archived) throws IOException {
        List<String> ours = Files.readAllLines(loaded).stream()
                .filter(line -> line.contains("] dev.footbridge.") && !line.contains("Lambda/0x"))
                .filter(line -> this != STREAMED || !LOOP.matcher(line).find())
                .toList();
        assertThat(ours).hasSizeGreaterThan(100);
        if (archived) {
            assertThat(ours).allMatch(line -> line.contains("shared objects file"));
        } else {
            assertThat(ours).noneMatch(line -> line.contains("shared objects file"));
        }
    }
}
