package dev.footbridge.function.packed;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of a deployed package from where they lie, before anybody else is asked. The class loaders that
 * platforms bring ask every loader above them first, each of which looks through its jars and throws, and then look
 * through their own jars one by one: that costs five times what the JVM itself needs for a class. Resources and
 * everything that is not in the package come from the platform's loader. Thread-safe.
 *
 * @see <a href="../../../../../../../../docs/adr/0017-classes-of-a-package.md">What it brings</a>
 */
final class PackageClasses extends ClassLoader {

    /** How the names begin of classes that libraries bring along, but which are the JDK's own where it has them. */
    private static final List<String> STANDARD = List.of("javax.", "org.w3c.", "org.xml.");

    static {
        registerAsParallelCapable();
    }

    private final Map<String, ClassFile> index;
    private final List<String> shared;

    private PackageClasses(ClassLoader platform, Map<String, ClassFile> index, List<String> shared) {
        super("package", platform);
        this.index = index;
        this.shared = shared;
    }

    /**
     * @param platform loads what is not in the package
     * @param places jars and folders of classes; the first that has a class counts
     * @param shared how the names of classes begin that the platform hands in or out, so that they must be its own
     * @throws IOException if a jar cannot be read here, in words for the operator
     */
    static PackageClasses of(ClassLoader platform, List<File> places, List<String> shared) throws IOException {
        Map<String, ClassFile> index = new HashMap<>(4096);
        for (File place : places) {
            index(place, index);
        }
        return new PackageClasses(platform, index, shared);
    }

    private static void index(File place, Map<String, ClassFile> index) throws IOException {
        ProtectionDomain domain = domain(place);
        if (place.isDirectory()) {
            ClassFolder.index(place, domain, index);
            return;
        }
        try {
            ClassJar.index(place, domain, index);
        } catch (IOException unreadable) {
            throw new IOException(place + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static ProtectionDomain domain(File place) throws IOException {
        URL url = place.toURI().toURL();
        return new ProtectionDomain(new CodeSource(url, (Certificate @Nullable []) null), null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ClassFile file =
                name.startsWith("java.") || begins(name, shared) ? null : index.get(name.replace('.', '/') + ".class");
        if (file == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && begins(name, STANDARD)) {
                loaded = standard(name);
            }
            return loaded == null ? define(name, file) : loaded;
        }
    }

    private static @Nullable Class<?> standard(String name) {
        try {
            return getPlatformClassLoader().loadClass(name);
        } catch (ClassNotFoundException ofALibrary) {
            return null;
        }
    }

    private Class<?> define(String name, ClassFile file) throws ClassNotFoundException {
        try {
            byte[] bytes = file.read();
            return defineClass(name, bytes, 0, bytes.length, file.domain());
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private static boolean begins(String name, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
