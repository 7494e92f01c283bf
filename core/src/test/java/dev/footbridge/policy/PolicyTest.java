package dev.footbridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTest {

    private static final Instant NOON = Instant.parse("2026-07-28T12:00:00Z");
    private static final Caller BOT = Caller.named("https://id.example", "bot", AuthMethod.OAUTH_JWT)
            .client("app-7")
            .scopes(Set.of("kb:read", "refund:write"))
            .groups(Set.of("fin"))
            .build();

    private static final String REFUNDS = """
            {"callers":{"bots":{"client":["app-7","app-9"]},"finance":{"group":"fin","auth":["oauth_jwt"]}},
             "rules":[
              {"id":"read","allow":["bots"],"tools":["kb.*"],"scopes":["kb:read"]},
              {"id":"refunds","allow":"finance","tools":"refund.create","scopes":"refund:write",
               "when":[{"arg":"/amount","lte":500},{"arg":"/currency","in":["EUR","USD"]}]},
              {"id":"never-prod","deny":"*","tools":"*","when":[{"arg":"/env","eq":"prod"}]},
              {"id":"office","allow":"bots","tools":"clock","when":[{"hours":[8,18]},{"address":["10.0.0.0/8","::1"]}]},
              {"id":"bound","allow":"bots","tools":"vault","require":"bound"},
              {"id":"reads","allow":"bots","resources":"docs://*","prompts":"*"}]}
            """;

    private final Policy policy = policy(REFUNDS);

    @Test
    void whatNoRuleAllowsIsDenied() {
        Decision decision = policy.decide(BOT, call("unheard.of", "{\"env\":\"x\"}"));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.rule()).isEqualTo("default");
        assertThat(policy("{\"rules\":[]}").decide(BOT, call("kb.find", "{}")).allowed())
                .isFalse();
    }

    @Test
    void aRuleIsAboutItsCallersOnly() {
        Caller other = Caller.named("https://id.example", "bot", AuthMethod.OAUTH_JWT)
                .client("app-8")
                .scopes(Set.of("kb:read"))
                .build();

        assertThat(policy.decide(BOT, call("kb.find", "{\"env\":\"test\"}")).allowed())
                .isTrue();
        assertThat(policy.decide(other, call("kb.find", "{\"env\":\"test\"}")).allowed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'amount':500,'currency':'EUR','env':'test'}|true",
                "{'amount':5e2,'currency':'USD','env':'test'}|true",
                "{'amount':500.01,'currency':'EUR','env':'test'}|false",
                "{'amount':'500','currency':'EUR','env':'test'}|false",
                "{'amount':null,'currency':'EUR','env':'test'}|false",
                "{'currency':'EUR','env':'test'}|false",
                "{'amount':1,'currency':'eur','env':'test'}|false",
                "{'amount':1,'currency':['EUR'],'env':'test'}|false",
                "{'amount':1,'currency':'EUR','env':'prod'}|false",
            })
    void conditionsLookAtArguments(String arguments, boolean allowed) {
        assertThat(policy.decide(BOT, call("refund.create", arguments.replace('\'', '"')))
                        .allowed())
                .isEqualTo(allowed);
    }

    @Test
    void aDenialThatCannotBeEvaluatedDenies() {
        Decision missing = policy.decide(BOT, call("kb.find", "{}"));

        assertThat(missing.allowed()).isFalse();
        assertThat(missing.rule()).isEqualTo("never-prod");
    }

    @Test
    void missingScopesAreAllNamedAndNothingElseSaysScopes() {
        Caller poor = app7(Set.of());

        assertThat(policy.decide(poor, scoped()).missingScopes()).containsExactlyInAnyOrder("kb:read", "kb:all");
        assertThat(policy.decide(poor, call("refund.create", "{\"env\":\"x\"}")).missingScopes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kb:read,false", "kb:all,false", "kb:all kb:read,true"})
    void scopesOfARuleAndOfWhatIsCalledAreBothNeeded(String held, boolean allowed) {
        Decision decision = policy.decide(app7(Set.of(held.split(" "))), scoped());

        assertThat(decision.allowed()).isEqualTo(allowed);
        assertThat(decision.missingScopes()).isEqualTo(allowed ? Set.of() : Set.of("kb:read", "kb:all"));
    }

    @Test
    void placeAndTimeAreConditionsToo() {
        Access clock = call("clock", "{\"env\":\"x\"}");

        assertThat(policy.decide(BOT, clock.from("10.1.2.3")).allowed()).isTrue();
        assertThat(policy.decide(BOT, clock.from("::ffff:10.1.2.3")).allowed()).isTrue();
        assertThat(policy.decide(BOT, clock.from("11.1.2.3")).allowed()).isFalse();
        assertThat(policy.decide(BOT, clock.from("localhost")).allowed()).isFalse();
        assertThat(policy.decide(BOT, clock).allowed()).isFalse();
        Access night = new Access(
                Access.Kind.TOOL,
                "clock",
                false,
                Set.of(),
                clock.arguments(),
                java.util.Optional.of("10.1.2.3"),
                Instant.parse("2026-07-28T18:00:00Z"));
        assertThat(policy.decide(BOT, night).allowed()).isFalse();
    }

    @Test
    void aRuleCanAskForABoundCredential() {
        Caller bound = Caller.named("https://id.example", "bot", AuthMethod.OAUTH_JWT)
                .client("app-7")
                .confirmation("thumbprint")
                .build();

        assertThat(policy.decide(BOT, call("vault", "{\"env\":\"x\"}")).allowed())
                .isFalse();
        assertThat(policy.decide(bound, call("vault", "{\"env\":\"x\"}")).allowed())
                .isTrue();
    }

    @Test
    void whatIsListedCanBeCalledSomehowAndWhatIsNotCannotBeCalledAtAll() {
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            Policy some = policy(Arbitrary.policy(random));
            for (String tool : List.of("a", "ab", "b")) {
                boolean shown = some.decide(BOT, Access.toTool(tool, NOON)).allowed();
                for (String arguments : Arbitrary.ARGUMENTS) {
                    boolean allowed = some.decide(BOT, call(tool, arguments)).allowed();
                    assertThat(shown || !allowed).as("%s %s", some, arguments).isTrue();
                }
            }
        }
    }

    @Test
    void explanationsSayWhatEachRuleSays() {
        assertThat(policy.explain(BOT, call("refund.create", "{\"amount\":900,\"currency\":\"EUR\",\"env\":\"x\"}")))
                .contains(
                        "read: is not about refund.create",
                        "refunds: /when/0 does not hold",
                        "never-prod: /when/0 does not hold");
        assertThat(policy.explain(BOT, call("refund.create", "{\"amount\":1,\"currency\":7,\"env\":\"x\"}")))
                .contains("refunds: /when/1 cannot be evaluated");
        assertThat(policy.explain(BOT, call("vault", "{\"env\":\"x\"}")))
                .contains("bound: asks for a credential that is bound to a key");
    }

    @Test
    void theDigestChangesWithThePolicy() {
        assertThat(policy.digest())
                .isEqualTo(policy(REFUNDS).digest())
                .isNotEqualTo(policy("{}").digest());
    }

    private static Caller app7(Set<String> scopes) {
        return Caller.named("https://id.example", "bot", AuthMethod.OAUTH_JWT)
                .client("app-7")
                .scopes(scopes)
                .build();
    }

    /** A tool whose rule asks for {@code kb:read}, and which asks for {@code kb:all} itself. */
    private static Access scoped() {
        return new Access(
                Access.Kind.TOOL,
                "kb.find",
                true,
                Set.of("kb:all"),
                Optional.of(object("{\"env\":\"x\"}")),
                Optional.empty(),
                NOON);
    }

    private static Access call(String tool, String arguments) {
        return Access.toTool(tool, NOON).with(object(arguments));
    }

    static Policy policy(String json) {
        return PolicyReader.read(object(json));
    }

    private static JsonObject object(String json) {
        try {
            return (JsonObject) JsonReader.read(json);
        } catch (JsonException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** Small random policies over two arguments. */
    private static final class Arbitrary {

        static final List<String> ARGUMENTS =
                List.of("{}", "{\"x\":1}", "{\"x\":2}", "{\"x\":\"1\"}", "{\"x\":1,\"y\":true}", "{\"y\":\"t\"}");
        private static final List<String> CONDITIONS = List.of(
                "{\"arg\":\"/x\",\"eq\":1}",
                "{\"arg\":\"/x\",\"ne\":1}",
                "{\"arg\":\"/x\",\"lt\":2}",
                "{\"arg\":\"/y\",\"exists\":true}",
                "{\"arg\":\"/y\",\"exists\":false}",
                "{\"arg\":\"/y\",\"prefix\":\"t\"}",
                "{\"arg\":\"/x\",\"in\":[1,\"1\"]}");

        static String policy(Random random) {
            StringBuilder rules = new StringBuilder();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                rules.append(i == 0 ? "" : ",")
                        .append("{\"id\":\"r")
                        .append(i)
                        .append(random.nextInt(3) == 0 ? "\",\"deny\":\"*\"" : "\",\"allow\":\"*\"")
                        .append(",\"tools\":\"")
                        .append(List.of("a", "a*", "*", "b").get(random.nextInt(4)))
                        .append('"');
                if (random.nextBoolean()) {
                    rules.append(",\"when\":[")
                            .append(CONDITIONS.get(random.nextInt(CONDITIONS.size())))
                            .append(random.nextBoolean() ? "" : "," + CONDITIONS.get(random.nextInt(CONDITIONS.size())))
                            .append(']');
                }
                rules.append('}');
            }
            return "{\"rules\":[" + rules + "]}";
        }
    }
}
