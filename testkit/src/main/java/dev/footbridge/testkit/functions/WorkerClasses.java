package dev.footbridge.testkit.functions;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The classes of an app as the worker arranges them: the jar of the function it loads first and the libraries beside
 * that, and before them what the worker's own jar has, which is the library of Azure Functions. (The real one has Gson
 * too; there is none here, so that a function which relies on that fails.) This is the one place that loads code which
 * was not there when it was built: standing in for a host is doing just that. Thread-safe.
 */
final class WorkerClasses implements AutoCloseable {

    private final ClassLoader loader;

    private WorkerClasses(ClassLoader loader) {
        this.loader = loader;
    }

    /** Nothing of this JVM but the JDK and the library is seen by them. */
    static WorkerClasses of(Path scriptFile) {
        List<URL> jars = new ArrayList<>(List.of(url(scriptFile)));
        StagedFolder.libraries(scriptFile).forEach(jar -> jars.add(url(jar)));
        return new WorkerClasses(new URLClassLoader("function", jars.toArray(URL[]::new), new OfTheWorker()));
    }

    /** Those on the class path. */
    static WorkerClasses of(Class<?> function) {
        return new WorkerClasses(function.getClassLoader());
    }

    ClassLoader loader() {
        return loader;
    }

    /** The class, not initialised: that is left to the first call. */
    Class<?> named(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException none) {
            throw new IllegalStateException("the entryPoint names no class: " + name, none);
        }
    }

    /**
     * Makes the service that makes instances, if the app has one. The real worker makes the loader that of the thread
     * meanwhile; here it is not, so that nothing comes to depend on it.
     *
     * @throws IllegalStateException if it has several
     */
    Optional<FunctionInstanceInjector> injector() {
        Iterator<FunctionInstanceInjector> services =
                ServiceLoader.load(FunctionInstanceInjector.class, loader).iterator();
        if (!services.hasNext()) {
            return Optional.empty();
        }
        FunctionInstanceInjector one = services.next();
        if (services.hasNext()) {
            throw new IllegalStateException("more than one FunctionInstanceInjector");
        }
        return Optional.of(one);
    }

    @Override
    public void close() throws IOException {
        if (loader instanceof URLClassLoader own) {
            own.close();
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** The JDK, and the library as this JVM has it. */
    private static final class OfTheWorker extends ClassLoader {

        OfTheWorker() {
            super("worker", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("com.microsoft.azure.functions.")) {
                return Class.forName(name, false, WorkerClasses.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
