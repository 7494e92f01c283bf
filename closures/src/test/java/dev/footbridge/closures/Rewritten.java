package dev.footbridge.closures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A copy of the samples, rewritten, and loaded by a loader that verifies every class. */
final class Rewritten {

    private static final String PACKAGE = Rewritten.class.getPackageName() + ".sample.";

    private final Path folder;

    private final ClassLoader loader;

    private Rewritten(Path folder, ClassLoader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    static Rewritten in(Path folder) throws IOException {
        Path samples = samples(Path.of("target/test-classes"));
        Path copies = Files.createDirectories(samples(folder));
        for (Path file : classes(samples)) {
            Files.copy(file, copies.resolve(String.valueOf(file.getFileName())));
        }
        Closures.main(folder.toString());
        URL[] urls = {folder.toUri().toURL()};
        return new Rewritten(folder, new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
    }

    Path samples() {
        return samples(folder);
    }

    Object call(String type, String method) {
        try {
            return loader.loadClass(PACKAGE + type).getMethod(method).invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the bootstrap method of each instruction that is left */
    List<String> dynamic(String type) throws IOException {
        List<String> found = new ArrayList<>();
        new ClassReader(Files.readAllBytes(samples().resolve(type + ".class")))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitInvokeDynamicInsn(
                                            String name, String of, Handle bootstrap, Object... arguments) {
                                        found.add(bootstrap.getName());
                                    }
                                };
                            }
                        },
                        0);
        return found;
    }

    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : classes(samples())) {
            files.put(String.valueOf(file.getFileName()), read(file));
        }
        return files;
    }

    Class<?> load(String type) throws ClassNotFoundException {
        return Class.forName(PACKAGE + type, true, loader);
    }

    private static Path samples(Path folder) {
        return folder.resolve(PACKAGE.replace('.', '/'));
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
