package dev.footbridge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.protocol.Implementation;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class FunctionsHandlerTest {

    private static final Map<String, String> SIGNED_IN = Map.of(
            "FOOTBRIDGE_AUTH", "easy-auth",
            "WEBSITE_AUTH_ENABLED", "True",
            "WEBSITE_HOSTNAME", "app.azurewebsites.net",
            "FOOTBRIDGE_SEALING_KEYS", "env:SEALING",
            "SEALING", "a text that nobody guesses, of some length");

    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void theServerIsMadeWhenTheFunctionIsLoadedAndOnlyThen() {
        Server server = new Server(this::app, SIGNED_IN);
        assertThat(opened).hasValue(1);

        HttpResponseMessage answer = server.mcp(Requests.request(Requests.LIST, Map.of()), Requests.context());

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(opened).hasValue(1);
    }

    @Test
    void itIsItsOwnInstance() {
        Server server = new Server(this::app, SIGNED_IN);

        assertThat(server.getInstance(Server.class)).isSameAs(server);
    }

    @Test
    void aServerThatIsNotSetUpAnswersAllTheSame() {
        Map<String, String> misspelt = new HashMap<>(SIGNED_IN);
        misspelt.put("FOOTBRIDGE_AUTH", "easyauth");
        Server server = new Server(this::app, misspelt);

        HttpResponseMessage answer = server.mcp(Requests.request(Requests.LIST, Map.of()), Requests.context());

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeader("retry-after")).isEqualTo("30");
        assertThat(Requests.body(answer)).contains("not set up", "-32603").doesNotContain("FOOTBRIDGE");
        assertThat(opened).hasValue(0);
    }

    private FunctionApp app() {
        opened.incrementAndGet();
        return FunctionApp.of(
                Implementation.of("test", "1"), FeatureSet.builder().build());
    }

    private static final class Server extends FunctionsHandler {
        Server(Supplier<FunctionApp> app, Map<String, String> environment) {
            super(app, environment);
        }
    }
}
