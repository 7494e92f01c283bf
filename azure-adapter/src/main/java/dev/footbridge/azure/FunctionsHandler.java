package dev.footbridge.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.packed.Twin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A server for the HTTP trigger of Azure Functions: one function that takes every path. Extend it with a constructor
 * without parameters, and name the class in {@code META-INF/services} as a {@link FunctionInstanceInjector}: then the
 * worker makes one of it when it loads the function, and not one for each call. Functions keys are nobody's identity:
 * the trigger lets everybody through to the server, which asks for a credential of its own.
 *
 * <p>A server whose app settings are wrong says so in one line of the log, and answers 503 until they are right.
 */
public abstract class FunctionsHandler implements FunctionInstanceInjector {

    /** What {@code function.json} says too, which the host reads. */
    private static final String ROUTE = "{*path}";

    /** How the classes begin that the platform hands in: they must be its own. */
    private static final List<String> SHARED = List.of("com.microsoft.azure.functions.");

    private final BiFunction<HttpRequestMessage<Optional<String>>, ExecutionContext, HttpResponseMessage> served;

    /** @param app made when the settings are known to be good */
    protected FunctionsHandler(Supplier<FunctionApp> app) {
        Optional<Object> twin = Twin.of(getClass(), SHARED, System.err);
        this.served = twin.isPresent() ? served(twin.get()) : new Served(app, System.getenv(), Home.of(getClass()));
    }

    /** @param environment the app settings, and what the platform says */
    protected FunctionsHandler(Supplier<FunctionApp> app, Map<String, String> environment) {
        this.served = new Served(app, environment, Home.of(getClass()));
    }

    /**
     * The twin is no handler in the eyes of this one, but what both have of the platform and of the JDK is the same.
     */
    @SuppressWarnings("unchecked")
    private static BiFunction<HttpRequestMessage<Optional<String>>, ExecutionContext, HttpResponseMessage> served(
            Object twin) {
        try {
            return ((FunctionInstanceInjector) twin).getInstance(BiFunction.class);
        } catch (Exception never) {
            throw new IllegalStateException("the twin does not answer", never);
        }
    }

    /** Itself: it serves every call, from many threads at once. A handler asks its twin for what answers them. */
    @Override
    public final <T> T getInstance(Class<T> functionClass) {
        return functionClass.cast(functionClass == BiFunction.class ? served : this);
    }

    /** Libraries look for services by the loader of the thread, which is the one of the function while it runs. */
    @FunctionName("mcp")
    public final HttpResponseMessage mcp(
            @HttpTrigger(
                            name = "req",
                            methods = {
                                HttpMethod.GET,
                                HttpMethod.POST,
                                HttpMethod.DELETE,
                                HttpMethod.OPTIONS,
                                HttpMethod.HEAD,
                                HttpMethod.PUT,
                                HttpMethod.PATCH
                            },
                            authLevel = AuthorizationLevel.ANONYMOUS,
                            route = ROUTE)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(served.getClass().getClassLoader());
        try {
            return served.apply(request, context);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
