package dev.footbridge.function.packed;

import dev.footbridge.function.FunctionLog;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The class that a platform makes, made once more with the classes of the package loaded quickly. The first one stays
 * what the platform calls, and passes everything on to its twin.
 */
public final class Twin {

    private static final String PACKAGE = Twin.class.getPackageName() + ".";

    private Twin() {}

    /**
     * Makes it, with its constructor without parameters; what that throws is thrown here.
     *
     * @param entry the class that the platform has loaded
     * @param shared how the names of classes begin that the platform hands in or out
     * @param troubles where a line is written if the package cannot be read here: then the platform's loader has to do
     * @return empty in that case, or if the class is a twin itself, or was loaded by the class path, which the JVM and
     *     its archives are good at, or if there is no folder {@code lib} with jars beside it
     */
    public static Optional<Object> of(Class<?> entry, List<String> shared, PrintStream troubles) {
        PackageClasses classes;
        try {
            classes = classes(entry, shared);
        } catch (IOException unreadable) {
            new FunctionLog(troubles, InstantSource.system())
                    .warn("-", "the platform loads the classes, and not quickly: " + unreadable.getMessage());
            return Optional.empty();
        }
        return classes == null ? Optional.empty() : Optional.of(made(classes, entry.getName()));
    }

    private static @Nullable PackageClasses classes(Class<?> entry, List<String> shared) throws IOException {
        ClassLoader platform = entry.getClassLoader();
        if (platform instanceof PackageClasses
                || ClassLoader.getSystemClassLoader().equals(platform)) {
            return null;
        }
        List<File> places = places(entry);
        if (places.isEmpty()) {
            return null;
        }
        List<String> sharing = new ArrayList<>(shared);
        sharing.add(PACKAGE);
        return PackageClasses.of(platform, places, sharing);
    }

    /** Where the class is, and every jar in the folder {@code lib} there, in one order. */
    private static List<File> places(Class<?> entry) throws IOException {
        CodeSource source = entry.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return List.of();
        }
        File place = file(source);
        File home = place.isDirectory() ? place : place.getParentFile();
        File[] libraries = new File(home, "lib").listFiles();
        if (libraries == null) {
            return List.of();
        }
        Arrays.sort(libraries);
        List<File> places = new ArrayList<>(List.of(place));
        for (File library : libraries) {
            if (library.getName().endsWith(".jar")) {
                places.add(library);
            }
        }
        return places.size() == 1 ? List.of() : places;
    }

    private static File file(CodeSource source) throws IOException {
        try {
            return new File(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException odd) {
            throw new IOException("the package is at " + source.getLocation(), odd);
        }
    }

    /**
     * The one place where something is made by its name: the platform does the same with the first one. Libraries look
     * for services by the loader of the thread, and must not find those that the platform would load.
     */
    private static Object made(ClassLoader classes, String name) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            return classes.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (thrown.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("the function cannot be made", thrown.getCause());
        } catch (ReflectiveOperationException none) {
            throw new IllegalStateException("the function cannot be made", none);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
