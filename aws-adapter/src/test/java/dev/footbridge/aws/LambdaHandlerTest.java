package dev.footbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Field;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class LambdaHandlerTest {

    private final AtomicReference<ClassLoader> seen = new AtomicReference<>();

    /** The runtime's is one that has the classes of the package once more. */
    @Test
    void toolsFindServicesWhereTheFunctionIsLoaded() throws IOException {
        Handler handler = new Handler(server());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader runtimes = new ClassLoader(before) {};
        thread.setContextClassLoader(runtimes);
        try {
            byte[] event = PrimingEvent.call(JsonObject.EMPTY).bytes();
            handler.handleRequest(new ByteArrayInputStream(event), answer, null);

            assertThat(answer.toString(StandardCharsets.UTF_8)).contains("looked");
            assertThat(seen.get()).isSameAs(LambdaServer.class.getClassLoader());
            assertThat(thread.getContextClassLoader()).isSameAs(runtimes);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private LambdaServer server() {
        FeatureSet features = FeatureSet.builder()
                .tool(Tool.named(PrimingEvent.TOOL)
                        .describedAs("Looks.")
                        .takes(Field.text("word"))
                        .calls((in, call) -> {
                            seen.set(Thread.currentThread().getContextClassLoader());
                            return ToolResult.text("looked");
                        }))
                .build();
        return LambdaServer.of(
                FunctionApp.of(Implementation.of("test", "1"), features),
                Map.of("FOOTBRIDGE_AUTH", "iam", "FOOTBRIDGE_SEALING_KEYS", "env:KEY", "KEY", "k".repeat(40)),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private static final class Handler extends LambdaHandler {
        Handler(LambdaServer server) {
            super(server);
        }
    }
}
