package dev.footbridge.testkit.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A function that the worker has loaded. Safe for any number of calls at once, which is how they come. */
final class LoadedFunction implements AutoCloseable {

    private final StagedFunction described;
    private final WorkerClasses classes;
    private final Method method;
    private final Maker maker;

    /** Gives the instance for a call. */
    @FunctionalInterface
    private interface Maker {
        Object instance() throws Exception;
    }

    private LoadedFunction(StagedFunction described, WorkerClasses classes, Method method, Maker maker) {
        this.described = described;
        this.classes = classes;
        this.method = method;
        this.maker = maker;
    }

    /** Loads what is staged. A service that makes instances is made now, from the environment as it is. */
    static List<LoadedFunction> load(StagedFolder staged) {
        List<StagedFunction> all = staged.functions();
        if (all.isEmpty()) {
            throw new IllegalStateException("no folder with a function.json in " + staged.folder());
        }
        WorkerClasses classes = WorkerClasses.of(staged.scriptFile(all.get(0)));
        Optional<FunctionInstanceInjector> injector = classes.injector();
        return all.stream().map(one -> load(one, classes, injector)).toList();
    }

    private static LoadedFunction load(
            StagedFunction described, WorkerClasses classes, Optional<FunctionInstanceInjector> injector) {
        Class<?> type = classes.named(described.className());
        Method method = checked(method(type, described.methodName()), described.trigger());
        Maker maker = injector.isPresent()
                ? () -> injector.get().getInstance(type)
                : () -> type.getDeclaredConstructor().newInstance();
        return new LoadedFunction(described, classes, method, maker);
    }

    /** Takes an instance as it is, for every call. */
    static LoadedFunction of(Object instance, StagedFunction described) {
        Method method = checked(method(instance.getClass(), described.methodName()), described.trigger());
        return new LoadedFunction(described, WorkerClasses.of(instance.getClass()), method, () -> instance);
    }

    private static Method method(Class<?> type, String name) {
        List<Method> named = Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(name) && !one.isBridge())
                .toList();
        if (named.size() != 1) {
            throw new IllegalStateException(
                    type.getName() + " has " + named.size() + " public methods named " + name + ", not one");
        }
        return named.get(0);
    }

    private static Method checked(Method method, String trigger) {
        for (Parameter parameter : method.getParameters()) {
            if (!isRequest(parameter, trigger) && parameter.getType() != ExecutionContext.class) {
                throw new IllegalStateException("nothing can be given for parameter " + parameter + " of " + method
                        + ": it is no ExecutionContext, and has no @HttpTrigger with the name " + trigger);
            }
        }
        return method;
    }

    private static boolean isRequest(Parameter parameter, String trigger) {
        HttpTrigger annotation = parameter.getAnnotation(HttpTrigger.class);
        return annotation != null && annotation.name().equals(trigger);
    }

    StagedFunction described() {
        return described;
    }

    /**
     * Calls it. Its class loader is the thread's while it runs, and only then.
     *
     * @return what it returned; null if it returned nothing that is an answer
     * @throws Throwable what it threw
     */
    @Nullable
    HttpResponseMessage call(HttpRequestMessage<?> request, ExecutionContext context) throws Throwable {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> isRequest(parameter, described.trigger()) ? request : context)
                .toArray();
        Thread thread = Thread.currentThread();
        thread.setContextClassLoader(classes.loader());
        try {
            return method.invoke(maker.instance(), arguments) instanceof HttpResponseMessage answer ? answer : null;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        } finally {
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
