package dev.footbridge.local.deploy;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The package as Azure Functions takes it: a folder, which azd packs. */
public final class FunctionFolder extends FunctionPackage {

    private static final String HOST = "host.json";
    private static final String FUNCTION = "mcp/function.json";

    /** What the worker for Java has itself, and puts before what is in the package. */
    private static final List<String> OF_THE_WORKER = List.of("gson-", "azure-functions-java-");

    private final Path folder;

    public FunctionFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    @Override
    public long bytes() throws IOException {
        return entries().values().stream().mapToLong(Long::longValue).sum();
    }

    /** When the function's own jar was: libraries are as old as they are. */
    @Override
    long madeAt() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".jar") && folder.equals(path.getParent()))
                    .mapToLong(path -> path.toFile().lastModified())
                    .min()
                    .orElse(0);
        }
    }

    @Override
    Map<String, Long> entries() throws IOException {
        Map<String, Long> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                entries.put(folder.relativize(file).toString(), Files.size(file));
            }
        }
        return entries;
    }

    /** What the host would stumble over, each in a few words. */
    public List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Long> entries = entries();
        if (!entries.containsKey(HOST)) {
            problems.add("it has no " + HOST);
        }
        if (entries.containsKey(FUNCTION)) {
            script(problems);
        } else {
            problems.add("it has no " + FUNCTION);
        }
        if (entries.containsKey("local.settings.json")) {
            problems.add("local.settings.json is in it, which is for this machine and may hold secrets");
        }
        for (String name : entries.keySet()) {
            if (OF_THE_WORKER.stream().anyMatch(known -> name.startsWith("lib/" + known))) {
                problems.add(name + " is in it, of which the worker has one of its own");
            }
        }
        return problems;
    }

    private void script(List<String> problems) throws IOException {
        Optional<JsonObject> said = JsonReader.readObject(Files.readString(folder.resolve(FUNCTION)));
        String script = said.flatMap(function -> function.string("scriptFile")).orElse("");
        if (said.isEmpty()) {
            problems.add(FUNCTION + " is not JSON");
        } else if (!Files.isRegularFile(folder.resolve("mcp").resolve(script).normalize())) {
            problems.add(FUNCTION + " names the jar '" + script + "', which is not there");
        }
    }
}
