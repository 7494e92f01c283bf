package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A folder with files in it, and the tools that a client would call on it. */
final class Desk {

    final Path root;
    private final Map<String, Tool> tools;

    private Desk(Path root, Map<String, Tool> tools) {
        this.root = root;
        this.tools = tools;
    }

    static Desk at(Path root, FilesSettings settings) {
        return new Desk(root, pack(root, settings).features().tools());
    }

    static FilesPack pack(Path root, FilesSettings settings) {
        try {
            return FilesPack.open(root, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Desk file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Desk file(String path, byte[] content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Desk link(String path, Path target) {
        try {
            Files.createSymbolicLink(root.resolve(path), target);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Calls a tool as the server does: arguments checked, results checked against the output schema. */
    ToolResult result(String tool, Object... namesAndValues) {
        Tool called = Objects.requireNonNull(tools.get(tool));
        JsonObject.Builder arguments = JsonObject.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], json(namesAndValues[i + 1]));
        }
        return run(called, arguments.build());
    }

    private static ToolResult run(Tool tool, JsonObject arguments) {
        try {
            return tool.body().call(arguments, FakeCall.RUNNING);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static Json json(Object value) {
        if (value instanceof Integer number) {
            return Json.of(number);
        }
        return value instanceof Boolean flag ? Json.of(flag) : Json.of((String) value);
    }

    /** The text blocks of the result, one after the other. */
    String text(String tool, Object... namesAndValues) {
        return result(tool, namesAndValues).content().stream()
                .filter(Content.Text.class::isInstance)
                .map(block -> ((Content.Text) block).text())
                .collect(Collectors.joining("\n"));
    }

    /** What the model is told when the tool fails. */
    String failure(String tool, Object... namesAndValues) {
        try {
            return "did not fail: " + text(tool, namesAndValues);
        } catch (ToolFailure failure) {
            assertThat(failure.getMessage()).doesNotContain(root.toString());
            return failure.getMessage();
        }
    }

    String onDisk(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
