package dev.footbridge.benchmarks.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The classes that one server had loaded when it had answered one call, as its JVM wrote them down. Classes that the
 * JVM makes up, such as those of lambdas, have no number here.
 */
record LoadedClasses(Set<String> names) {

    /** Starts the server in a JVM of its own, calls one tool, and ends it. */
    static LoadedClasses of(GeneratedServer server, String tool) throws IOException, InterruptedException {
        Path log = server.classes().resolveSibling("loaded.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + ":none",
                        "-cp",
                        server.jar() + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        ToolSources.MAIN))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(call(tool).getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(answer).contains("OPEN").doesNotContain("\"isError\":true");
        try (var lines = Files.lines(log)) {
            return new LoadedClasses(lines.map(LoadedClasses::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** Those of the author and of the compiler, without their package. */
    Set<String> generated() {
        return names.stream()
                .filter(name -> name.startsWith("generated."))
                .map(name -> name.substring("generated.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of the JDK and of Footbridge. */
    Set<String> others() {
        return names.stream().filter(name -> !name.startsWith("generated.")).collect(Collectors.toSet());
    }

    /** Those of Footbridge, of the author and of the compiler. */
    Set<String> own() {
        return names.stream()
                .filter(name -> name.startsWith("dev.footbridge.") || name.startsWith("generated."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(' ')).replaceAll("(/|\\$\\$Lambda|\\.)0x[0-9a-f]+|\\$\\$Lambda.*", "");
    }

    /** One line of the client. */
    static String call(String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + ToolSources.arguments()
                + ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"test\",\"version\":\"1\"},"
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}\n";
    }
}
