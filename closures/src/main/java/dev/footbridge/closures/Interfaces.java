package dev.footbridge.closures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What interfaces bring along, because a class with two of them must not mix them up. */
final class Interfaces {

    private static final int NOT_INHERITED = Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

    private final Path folder;

    private final ClassLoader path;

    private final Map<String, Map<String, String>> known = new HashMap<>();

    Interfaces(Path folder, ClassLoader path) {
        this.folder = folder;
        this.path = path;
    }

    /**
     * Whether no method with a body is another's abstract one, and none is there from two sides.
     *
     * @param keys of the abstract methods that are implemented, with those of {@code more}
     */
    boolean fit(Set<String> together, String more, Set<String> keys) throws IOException {
        Map<String, String> brought = new HashMap<>(bodies(more));
        for (String other : together) {
            for (Map.Entry<String, String> body : bodies(other).entrySet()) {
                String before = brought.putIfAbsent(body.getKey(), body.getValue());
                if (before != null && !before.equals(body.getValue())) {
                    return false;
                }
            }
        }
        return keys.stream().noneMatch(brought::containsKey);
    }

    /** Name and descriptor of each method with a body, and the interface it is from. */
    private Map<String, String> bodies(String name) throws IOException {
        Map<String, String> found = known.get(name);
        if (found == null) {
            found = new HashMap<>();
            ClassReader read = read(name);
            for (String above : read.getInterfaces()) {
                found.putAll(bodies(above));
            }
            read.accept(new Bodies(name, found), ClassReader.SKIP_CODE);
            known.put(name, found);
        }
        return found;
    }

    private ClassReader read(String name) throws IOException {
        Path file = folder.resolve(name + ".class");
        if (Files.exists(file)) {
            return new ClassReader(Files.readAllBytes(file));
        }
        try (InputStream stream = path.getResourceAsStream(name + ".class")) {
            if (stream == null) {
                throw new IOException("no class " + name + " in " + folder + " nor on the class path");
            }
            return new ClassReader(stream);
        }
    }

    /** Collects; what an interface makes abstract again has no body. */
    private static final class Bodies extends ClassVisitor {

        private final String name;
        private final Map<String, String> found;

        Bodies(String name, Map<String, String> found) {
            super(Opcodes.ASM9);
            this.name = name;
            this.found = found;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String method, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
            if ((access & NOT_INHERITED) == 0) {
                found.put(method + descriptor, name);
            } else if ((access & Opcodes.ACC_ABSTRACT) != 0) {
                found.remove(method + descriptor);
            }
            return null;
        }
    }
}
