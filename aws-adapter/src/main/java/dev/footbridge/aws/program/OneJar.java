package dev.footbridge.aws.program;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one jar of the jars in a folder, because each costs a start a third of a millisecond of CPU, even where all
 * classes come out of an archive. It is a class path like the one before: files that name services become one, and
 * manifests and descriptions of modules, which a class path does not look at, are left out.
 *
 * <p>A jar stays as it is where it would be another one inside: signed, sealed, with a class path or an agent of its
 * own, with classes for some releases of Java only, or with a file that an earlier one has with other content. The one
 * jar is the first by its name: nothing in it is another's that came before.
 */
final class OneJar {

    private static final String JOINED = "0-joined.jar";
    private static final String SERVICES = "META-INF/services/";
    private static final LocalDateTime ALWAYS_THE_SAME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Map<String, byte[]> joined = new TreeMap<>();
    /** What was first under its name, in whatever jar. */
    private final Map<String, byte[]> first = new HashMap<>();

    private OneJar() {}

    /** @return how many jars there are now */
    static int join(Path folder) throws IOException {
        OneJar one = new OneJar();
        List<Path> taken = new ArrayList<>();
        for (Path jar : jars(folder)) {
            if (one.takes(jar)) {
                taken.add(jar);
            }
        }
        for (Path jar : taken) {
            Files.delete(jar);
        }
        one.write(folder.resolve(JOINED));
        return jars(folder).size();
    }

    /** In the order in which a start script spells them. */
    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private boolean takes(Path jar) throws IOException {
        Map<String, byte[]> content = content(jar);
        boolean fits = !isSpecial(content.remove(JarFile.MANIFEST_NAME))
                && content.keySet().stream().noneMatch(OneJar::bindsTheJar)
                && content.entrySet().stream().allMatch(entry -> goesWith(entry.getKey(), entry.getValue()));
        content.forEach(first::putIfAbsent);
        if (fits) {
            content.forEach((name, bytes) -> joined.merge(name, bytes, isService(name) ? OneJar::lines : (a, b) -> a));
        }
        return fits;
    }

    private boolean goesWith(String name, byte[] bytes) {
        byte[] there = first.get(name);
        return there == null || isService(name) || Arrays.equals(there, bytes);
    }

    private static boolean isService(String name) {
        return name.startsWith(SERVICES) && !name.endsWith("/");
    }

    /** A signature, or a class that only some releases of Java see. */
    private static boolean bindsTheJar(String name) {
        return name.matches("(?i)META-INF/([^/]+\\.(SF|RSA|DSA|EC)|versions/.*[^/])");
    }

    private static boolean isSpecial(byte @Nullable [] manifest) throws IOException {
        if (manifest == null) {
            return false;
        }
        Attributes said = new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
        return said.containsKey(Attributes.Name.CLASS_PATH)
                || said.getValue("Launcher-Agent-Class") != null
                || "true".equalsIgnoreCase(said.getValue(Attributes.Name.SEALED));
    }

    private static Map<String, byte[]> content(Path jar) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().endsWith("module-info.class")) {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        content.put(entry.getName(), bytes.readAllBytes());
                    }
                }
            }
        }
        return content;
    }

    private static byte[] lines(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + 1 + other.length);
        both[one.length] = '\n';
        System.arraycopy(other, 0, both, one.length + 1, other.length);
        return both;
    }

    private void write(Path jar) throws IOException {
        if (joined.isEmpty()) {
            return;
        }
        try (OutputStream file = Files.newOutputStream(jar, StandardOpenOption.CREATE_NEW);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : joined.entrySet()) {
                ZipEntry made = new ZipEntry(entry.getKey());
                made.setTimeLocal(ALWAYS_THE_SAME);
                zip.putNextEntry(made);
                zip.write(entry.getValue());
            }
        }
    }
}
