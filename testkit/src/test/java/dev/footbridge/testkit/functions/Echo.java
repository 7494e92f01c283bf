package dev.footbridge.testkit.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says what it was given, one line each; what it answers otherwise is in its path. Knows only the JDK and the library.
 */
public final class Echo {

    static {
        System.setProperty("echo.initialised", "yes");
    }

    public HttpResponseMessage answer(
            @HttpTrigger(
                            name = "req",
                            methods = {HttpMethod.GET, HttpMethod.POST},
                            authLevel = AuthorizationLevel.ANONYMOUS,
                            route = "{*path}")
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context)
            throws InterruptedException {
        HttpResponseMessage.Builder ok = request.createResponseBuilder(HttpStatus.OK);
        String path = request.getUri().getPath();
        return switch (path.substring(path.lastIndexOf('/'))) {
            case "/thrown" -> throw new IllegalStateException("not for clients");
            case "/unset" -> request.createResponseBuilder(HttpStatus.ACCEPTED).build();
            case "/custom" ->
                request.createResponseBuilder(HttpStatusType.custom(299))
                        .body("")
                        .build();
            case "/twice" ->
                ok.header("X-Twice", "first")
                        .header("X-Twice", "second")
                        .body("")
                        .build();
            case "/json" ->
                ok.header("Content-Type", "application/json").body("{}").build();
            case "/bytes" ->
                ok.header("Content-Type", "image/png")
                        .body(new byte[] {1, 2, 3})
                        .build();
            case "/slow" -> ok.body(slowly()).build();
            default -> ok.body(said(request, context)).build();
        };
    }

    private static String slowly() throws InterruptedException {
        Thread.sleep(300);
        return "done";
    }

    private String said(HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        StringBuilder text = new StringBuilder();
        text.append("uri ").append(request.getUri()).append('\n');
        text.append("method ").append(request.getHttpMethod()).append('\n');
        text.append("query ")
                .append(new TreeMap<>(request.getQueryParameters()))
                .append('\n');
        text.append("body ")
                .append(request.getBody().map(body -> "<" + body + ">").orElse("none"))
                .append('\n');
        text.append("bytes ")
                .append(request.getBody()
                        .map(body -> body.getBytes(StandardCharsets.UTF_8).length)
                        .orElse(0))
                .append('\n');
        text.append("function ").append(context.getFunctionName()).append('\n');
        text.append("invocation ").append(context.getInvocationId()).append('\n');
        text.append("instance ").append(System.identityHashCode(this)).append('\n');
        text.append("loader ")
                .append(Objects.equals(
                        Thread.currentThread().getContextClassLoader(),
                        getClass().getClassLoader()))
                .append('\n');
        text.append("core ").append(hasCore()).append('\n');
        new TreeMap<>(request.getHeaders())
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private boolean hasCore() {
        return getClass().getClassLoader().getResource("dev/footbridge/McpServer.class") != null;
    }
}
