package dev.footbridge.local.deploy;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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

    /** What starts the form that streams, and the jar of both. */
    private static final List<String> HANDLER = List.of("start.sh", "footbridge.jar");

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
        long made = 0;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path jar : all.filter(path -> path.toString().endsWith(".jar")).toList()) {
                made = Math.max(made, writtenAt(jar));
            }
        }
        return made;
    }

    /** The build gives every file one time, so that its packages are alike; the file system knows another. */
    private static long writtenAt(Path file) throws IOException {
        long said = Files.getLastModifiedTime(file).toMillis();
        boolean known = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return known ? Math.max(said, ((FileTime) Files.getAttribute(file, "unix:ctime")).toMillis()) : said;
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

    /** Whether the host would start a custom handler, and forward everything to it. */
    boolean streams() throws IOException {
        Path host = folder.resolve(HOST);
        return Files.isRegularFile(host)
                && JsonReader.readObject(Files.readString(host))
                        .filter(said -> said.has("customHandler"))
                        .isPresent();
    }

    /** What the host would stumble over, each in a few words. */
    public List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Long> entries = entries();
        if (!entries.containsKey(HOST)) {
            problems.add("it has no " + HOST);
        }
        if (streams()) {
            HANDLER.stream()
                    .filter(name -> !entries.containsKey(name))
                    .forEach(name -> problems.add("it has no " + name));
        } else if (entries.containsKey(FUNCTION)) {
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
