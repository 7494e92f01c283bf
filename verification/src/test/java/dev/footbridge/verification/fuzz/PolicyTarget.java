package dev.footbridge.verification.fuzz;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.key.FileSource;
import dev.footbridge.policy.Access;
import dev.footbridge.policy.Decision;
import dev.footbridge.policy.Policy;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * The file of settings: it is refused by its one exception, which quotes no value that looks like a secret; a policy
 * that was taken answers every question, and what it hides from a list it never lets be called.
 */
public final class PolicyTarget {

    /** An API key by its shape. */
    private static final String SECRET = "mcpk_live_0123456789";

    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000);
    private static final Caller CALLER = Caller.named("https://id.example.com", "alice", AuthMethod.OAUTH_JWT)
            .client("app-7")
            .scopes(Set.of("notes:read"))
            .build();
    private static final List<JsonObject> ARGUMENTS = List.of(
            JsonObject.EMPTY,
            JsonObject.of("amount", Json.of(500)),
            JsonObject.builder()
                    .put("amount", 7)
                    .put("env", "prod")
                    .put("currency", "EUR")
                    .build());

    private static final SecretReferences REFERENCES =
            new SecretReferences(List.of(new FileSource()), InstantSource.system(), trouble -> {});

    private PolicyTarget() {}

    /** Loads the classes: the first input has no more time than the others. */
    public static void fuzzerInitialize() {
        Seeds.of("policy").forEach(seed -> fuzzerTestOneInput(Seeds.bytes(seed)));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Settings settings = Settings.of(text, REFERENCES);
            Held.that(!text.contains(SECRET) || text.contains("#"), "a secret in the file was taken");
            settings.strangers(List.of("refund"));
            settings.policy().ifPresent(PolicyTarget::answers);
        } catch (SettingsException refused) {
            Held.that(!refused.problems().isEmpty(), "a refusal says why");
            Held.that(
                    refused.problems().stream().noneMatch(problem -> problem.contains(SECRET)),
                    "a refusal quotes a secret");
        }
    }

    private static void answers(Policy policy) {
        for (Caller caller : List.of(CALLER, Caller.ANONYMOUS)) {
            for (String name : List.of("refund", "find_order", "")) {
                Access asked = Access.toTool(name, NOON);
                Decision listed = policy.decide(caller, asked);
                for (JsonObject arguments : ARGUMENTS) {
                    Decision called =
                            policy.decide(caller, asked.with(arguments).from("10.1.2.3"));
                    policy.explain(caller, asked.with(arguments));
                    boolean hidden = !listed.allowed() && listed.missingScopes().isEmpty();
                    Held.that(!(hidden && called.allowed()), "hidden from the list, and can be called");
                }
            }
        }
    }
}
