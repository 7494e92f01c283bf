package dev.footbridge.testkit.functions;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder as it is deployed to Azure Functions: {@code host.json}, a folder with {@code function.json} for each
 * function, the jar and its libraries. Thread-safe; it is read anew each time.
 *
 * @param folder where {@code host.json} is
 */
public record StagedFolder(Path folder) {

    /**
     * What keeps the host from running it as it is meant, or what does not belong in it. Reads the folder; runs
     * nothing.
     *
     * @return one sentence each; empty if all is well
     * @throws UncheckedIOException if it cannot be read
     */
    public List<String> problems() {
        return new StagedProblems(this).all();
    }

    /** The path that is in front of every route; {@code api} if {@code host.json} says nothing. */
    String routePrefix() {
        return json(folder.resolve("host.json"))
                .flatMap(host -> host.object("extensions"))
                .flatMap(extensions -> extensions.object("http"))
                .flatMap(http -> http.string("routePrefix"))
                .orElse("api");
    }

    List<StagedFunction> functions() {
        List<StagedFunction> functions = new ArrayList<>();
        for (Path inside : entries(folder)) {
            json(inside.resolve("function.json"))
                    .ifPresent(json -> functions.add(StagedFunction.parse(name(inside), json)));
        }
        return List.copyOf(functions);
    }

    Path scriptFile(StagedFunction function) {
        return folder.resolve(function.name()).resolve(function.scriptFile()).normalize();
    }

    /** The directories beside the script file whose names end in {@code lib}. The worker looks into the first only. */
    static List<Path> libraryFolders(Path scriptFile) {
        return entries(scriptFile.resolveSibling(".").normalize()).stream()
                .filter(beside -> name(beside).endsWith("lib") && Files.isDirectory(beside))
                .toList();
    }

    /** Every jar in the first of them, by name. */
    static List<Path> libraries(Path scriptFile) {
        return libraryFolders(scriptFile).stream()
                .limit(1)
                .flatMap(first -> entries(first).stream())
                .filter(StagedFolder::isJar)
                .toList();
    }

    static boolean isJar(Path file) {
        return name(file).endsWith(".jar");
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** What is in a folder, by name; nothing if it is none. */
    static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty if there is no such file, or no JSON object in it. */
    static Optional<JsonObject> json(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return JsonReader.readObject(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
