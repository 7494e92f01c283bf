package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.McpServer;
import dev.footbridge.call.Caller;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.security.Authenticator;
import dev.footbridge.testkit.TestClock;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a handler sees of its call. */
class HandlerViewTest {

    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");
    private static final Caller ADA = new Caller("acme", "https://issuer.example", "ada", Set.of("orders:read"));

    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @Test
    void theContextHasTheFactsOfTheCallUnderTheirKeys() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        String seen = Peer.text(
                peer(SdkFeatures.builder().add(looking(HandlerViewTest::facts)).build())
                        .call("look", "{}", "{}", "{'traceparent':'" + trace + "','baggage':'k=v'}"));

        assertThat(seen)
                .isEqualTo("acme https://issuer.example ada [orders:read] peer 3 "
                        + NOON.plus(ServerConfig.DEFAULTS.callTimeout()) + " " + trace + " null k=v null");
    }

    private static Object facts(McpTransportContext context) {
        return String.join(
                " ",
                List.of(
                                CallContext.TENANT,
                                CallContext.ISSUER,
                                CallContext.SUBJECT,
                                CallContext.SCOPES,
                                CallContext.CLIENT_NAME,
                                CallContext.CLIENT_VERSION,
                                CallContext.DEADLINE,
                                CallContext.TRACEPARENT,
                                CallContext.TRACESTATE,
                                CallContext.BAGGAGE,
                                "authorization")
                        .stream()
                        .map(key -> String.valueOf(context.get(key)))
                        .toList());
    }

    @Test
    void theContextHasWhatTheServersAuthorPutsIn() {
        FeatureSet features = SdkFeatures.builder()
                .add(looking(context -> context.get("userId")))
                .context(call -> Map.of("userId", call.caller().subject()))
                .build();

        assertThat(Peer.text(peer(features).call("look", "{}"))).isEqualTo("ada");
    }

    @Test
    void aStatelessHandlerCanReachTheCallItself() {
        FeatureSet features = SdkFeatures.builder()
                .add(looking(context -> CallContext.callOf(context).cancelled()))
                .build();

        assertThat(Peer.text(peer(features).call("look", "{}"))).isEqualTo("false");
        assertThatIllegalArgumentException().isThrownBy(() -> CallContext.callOf(McpTransportContext.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({"session, a call has no session id", "ping, a call cannot ping its client"})
    void whatACallCannotDoIsSaidInTheLog(String tool, String sentence) {
        String told = Peer.text(peer(OurServer.exchanging()).call(tool, "{}"));

        assertThat(told).startsWith("Something went wrong on the server.");
        assertThat(log).anyMatch(line -> line.contains(sentence));
    }

    @Test
    void noOperationOfTheSdksExchangeIsLeftToTheSdk() {
        List<String> theirs = operations(McpSyncServerExchange.class);

        assertThat(operations(CallExchange.class)).containsAll(theirs);
        assertThat(theirs).hasSize(11);
    }

    private static List<String> operations(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(HandlerViewTest::signature)
                .toList();
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private static McpStatelessServerFeatures.SyncToolSpecification looking(
            Function<McpTransportContext, Object> look) {
        return McpStatelessServerFeatures.SyncToolSpecification.builder()
                .tool(Shop.tool("look"))
                .callHandler((context, request) -> Shop.text(String.valueOf(look.apply(context))))
                .build();
    }

    private Peer peer(FeatureSet features) {
        McpServer server = McpServer.named(Implementation.of("shop", "1"))
                .features(features)
                .authenticator(request -> new Authenticator.Identified(ADA))
                .clock(new TestClock(NOON))
                .log((level, requestId, message, cause) -> log.add(message + " " + cause))
                .build();
        return new Peer(server, "{}");
    }
}
