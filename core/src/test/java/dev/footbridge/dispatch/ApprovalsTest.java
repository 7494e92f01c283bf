package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.argument.IntegerField;
import dev.footbridge.call.Call;
import dev.footbridge.call.Caller;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.security.Authenticator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a user's yes is good for: the call that was shown, and how often. */
final class ApprovalsTest {

    private static final IntegerField AMOUNT = Field.integer("amount");
    private static final String YES =
            ",\"inputResponses\":{\"pay\":{\"action\":\"accept\",\"content\":{\"confirmed\":true}}}";
    private static final String NO = ",\"inputResponses\":{\"pay\":{\"action\":\"decline\"}}";

    private final List<Long> paid = new CopyOnWriteArrayList<>();
    private final AtomicLong price = new AtomicLong(5);
    private final HttpHandler server = McpServer.named(Implementation.of("test", "1"))
            .authenticator(request -> new Authenticator.Identified(new Caller("tenant", "issuer", "alice", Set.of())))
            .features(FeatureSet.builder()
                    .tool(tool("pay", Call::confirm))
                    .tool(tool("pay_once", (call, key, text) -> {
                        boolean yes = call.confirm(key, text);
                        call.state("paid").update(ApprovalsTest::once, Duration.ofHours(1));
                        return yes;
                    }))
                    .tool(Tool.named("pay_price")
                            .describedAs("Pays what it costs now.")
                            .takes(AMOUNT)
                            .calls((in, call) -> {
                                long now = price.get();
                                call.confirm("pay", "Pay " + now + "?");
                                paid.add(now);
                                return ToolResult.text("paid");
                            }))
                    .build())
            .build()
            .http();

    private interface Question {
        boolean confirmed(Call call, String key, String text);
    }

    private Tool tool(String name, Question question) {
        return Tool.named(name).describedAs("Pays.").takes(AMOUNT).calls((in, call) -> {
            if (!question.confirmed(call, "pay", "Pay " + in.get(AMOUNT) + "?")) {
                throw new ToolFailure("The user said no.");
            }
            paid.add(in.get(AMOUNT));
            return ToolResult.text("paid");
        });
    }

    private static JsonObject once(JsonObject before) {
        if (before.isTrue("done")) {
            throw new ToolFailure("This was paid already.");
        }
        return JsonObject.of("done", Json.of(true));
    }

    @Test
    void consentToOneQuestionIsNoneToAnother() throws Exception {
        String state = asked("pay_price", 0);
        price.set(5000);

        JsonObject again = call("pay_price", 0, state, YES).object("result").orElseThrow();

        assertThat(again.string("resultType")).hasValue("input_required");
        assertThat(JsonWriter.text(again)).contains("Pay 5000?");
        assertThat(paid).isEmpty();
        assertThat(call("pay_price", 0, again.string("requestState").orElseThrow(), YES)
                        .has("result"))
                .isTrue();
        assertThat(paid).containsExactly(5000L);
    }

    @Test
    void consentToTenIsNoneToAThousand() throws Exception {
        String state = asked("pay", 10);

        JsonObject refused = call("pay", 1000, state, YES).object("error").orElseThrow();

        assertThat(refused.integer("code")).hasValue(-32602);
        assertThat(paid).isEmpty();
        assertThat(call("pay", 10, state, YES).has("result")).isTrue();
        assertThat(paid).containsExactly(10L);
    }

    @Test
    void consentToOneToolIsNoneToAnother() throws Exception {
        String state = asked("pay", 10);

        assertThat(call("pay_once", 10, state, YES).has("error")).isTrue();
        assertThat(paid).isEmpty();
    }

    @Test
    void withoutConsentNothingIsDone() throws Exception {
        assertThat(call("pay", 10, asked("pay", 10), NO).toString()).contains("The user said no.");
        assertThat(call("pay", 10, "", YES).toString()).contains("input_required");
        assertThat(paid).isEmpty();
    }

    /** The protocol lets a round be sent again: what must happen once needs a record of its own. */
    @Test
    void theSameRoundMayComeTwiceUnlessTheToolKeepsThatItRan() throws Exception {
        String state = asked("pay", 10);
        call("pay", 10, state, YES);
        call("pay", 10, state, YES);
        assertThat(paid).containsExactly(10L, 10L);

        String once = asked("pay_once", 20);
        call("pay_once", 20, once, YES);
        assertThat(call("pay_once", 20, once, YES).toString()).contains("This was paid already.");
        assertThat(paid).containsExactly(10L, 10L, 20L);
    }

    private String asked(String tool, int amount) throws InterruptedException {
        return call(tool, amount, "", "")
                .object("result")
                .flatMap(result -> result.string("requestState"))
                .orElseThrow();
    }

    private JsonObject call(String tool, int amount, String state, String answer) throws InterruptedException {
        String round = state.isEmpty() ? "" : ",\"requestState\":\"" + state + "\"";
        return Post.modern(
                        server,
                        "tools/call",
                        tool,
                        "\"name\":\"" + tool + "\",\"arguments\":{\"amount\":" + amount + "}" + round + answer)
                .json();
    }
}
