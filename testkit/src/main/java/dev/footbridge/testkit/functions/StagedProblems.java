package dev.footbridge.testkit.functions;

import dev.footbridge.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Looks a staged folder over. Used by one thread. */
final class StagedProblems {

    /** The worker's jar has these, and its own come first: what is packed besides is never loaded. */
    private static final List<String> OF_THE_WORKER = List.of("azure-functions-java-", "gson-");

    private final StagedFolder staged;
    private final List<String> found = new ArrayList<>();

    StagedProblems(StagedFolder staged) {
        this.staged = staged;
    }

    List<String> all() {
        checkHost();
        List<StagedFunction> functions = staged.functions();
        if (functions.isEmpty()) {
            found.add("no folder with a function.json");
        }
        for (StagedFunction function : functions) {
            check(function);
        }
        checkTop(functions);
        return List.copyOf(found);
    }

    private void checkHost() {
        Optional<JsonObject> host = StagedFolder.json(staged.folder().resolve("host.json"));
        if (host.isEmpty()) {
            found.add("host.json is missing, or not a JSON object");
        } else if (!host.get().string("version").orElse("").equals("2.0")) {
            found.add("host.json does not say \"version\": \"2.0\"");
        }
    }

    private void check(StagedFunction function) {
        Path script = staged.scriptFile(function);
        if (!script.startsWith(staged.folder().normalize())) {
            found.add(function.name() + ": scriptFile is outside the folder: " + function.scriptFile());
        } else if (function.scriptFile().isEmpty() || !Files.isRegularFile(script)) {
            found.add(function.name() + ": scriptFile does not exist: " + function.scriptFile());
        } else {
            checkEntryPoint(function, script);
            checkLibraries(function, script);
        }
        if (function.trigger().isEmpty()) {
            found.add(function.name() + ": no httpTrigger with a name");
        }
        if (!function.answers()) {
            found.add(function.name() + ": no http binding named $return");
        }
    }

    private void checkEntryPoint(StagedFunction function, Path script) {
        String entry = function.className().replace('.', '/') + ".class";
        try (ZipFile jar = new ZipFile(script.toFile())) {
            if (jar.getEntry(entry) == null) {
                found.add(function.name() + ": " + StagedFolder.name(script) + " has no class for the entryPoint "
                        + function.entryPoint());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void checkLibraries(StagedFunction function, Path script) {
        if (StagedFolder.libraryFolders(script).size() > 1) {
            found.add(function.name()
                    + ": the worker looks into one directory whose name ends in lib, and there are more");
        }
        List<Path> libraries = StagedFolder.libraries(script);
        if (libraries.isEmpty()) {
            found.add(function.name() + ": no directory with jars and a name ending in lib beside the scriptFile");
        }
        for (Path library : libraries) {
            String name = StagedFolder.name(library);
            if (OF_THE_WORKER.stream().anyMatch(name::startsWith)) {
                found.add(name + " is the worker's own: it must not be packed");
            }
            if (name.equals(StagedFolder.name(script))) {
                found.add(name + " is packed twice: as scriptFile and as a library");
            }
        }
    }

    private void checkTop(List<StagedFunction> functions) {
        List<Path> scripts =
                functions.stream().map(staged::scriptFile).distinct().toList();
        if (scripts.size() > 1) {
            found.add(
                    "the functions have several scriptFiles: the worker has the first one on its class path, and no other");
        }
        for (Path file : StagedFolder.entries(staged.folder())) {
            if (StagedFolder.isJar(file) && !scripts.contains(file.normalize())) {
                found.add(StagedFolder.name(file) + " is the scriptFile of no function");
            }
            if (StagedFolder.name(file).equals("local.settings.json")) {
                found.add("local.settings.json is for one's own machine: it may hold secrets");
            }
        }
    }
}
