package dev.footbridge.closures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * The command of the build: rewrites a folder of compiled classes in place. A second time changes nothing, and what was
 * compiled anew is rewritten anew.
 */
public final class Closures {

    private final Path folder;

    private final Map<String, Host> hosts = new TreeMap<>();

    private final Interfaces interfaces;

    private Closures(Path folder) {
        this.folder = folder;
        this.interfaces = new Interfaces(folder, Closures.class.getClassLoader());
    }

    /**
     * @param words the folder; what its classes implement is found in it, and on the class path of this command
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String... words) throws IOException {
        Path folder = Path.of(words[0]);
        if (Files.isDirectory(folder)) {
            new Closures(folder).rewrite();
        }
    }

    private void rewrite() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Host host = new Host(new ClassReader(Files.readAllBytes(file)));
            hosts.put(host.name(), host);
        }
        removeForgotten();
        for (Host host : List.copyOf(hosts.values())) {
            for (ClosureClass made : host.closures(interfaces)) {
                nestOf(host).join(made.name());
                write(made.name(), made.bytes());
            }
        }
        for (Host host : hosts.values()) {
            if (host.changes()) {
                write(host.name(), host.bytes());
            }
        }
    }

    /** Those whose host was compiled anew since: the new one does not know them. */
    private void removeForgotten() throws IOException {
        for (Host host : List.copyOf(hosts.values())) {
            if (host.isMade()
                    && !(hosts.containsKey(host.nest()) && nestOf(host).knows(host.name()))) {
                Files.delete(file(host.name()));
                hosts.remove(host.name());
            }
        }
    }

    private Host nestOf(Host host) {
        return Objects.requireNonNull(hosts.get(host.nest()), host::nest);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(file(name), bytes);
    }

    private Path file(String name) {
        return folder.resolve(name + ".class");
    }
}
