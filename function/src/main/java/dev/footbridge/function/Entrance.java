package dev.footbridge.function;

import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.key.ApiKeyAuthenticator;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.oauth.ProtectedResourceMetadata;
import dev.footbridge.oauth.Revocations;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.AuthenticatorChain;
import dev.footbridge.settings.AccessTokens;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.FunctionNeeds;
import dev.footbridge.settings.SecretKeys;
import dev.footbridge.settings.SecretSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import dev.footbridge.state.StateStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who says who calls, and what clients are told of it. Immutable.
 *
 * @param around what stands around everything that asks for a credential
 * @param documents what everybody may read, by path
 */
public record Entrance(Authenticator authenticator, HttpFilter around, Map<String, HttpHandler> documents) {

    private static final HttpFilter NOTHING = next -> next;

    public Entrance {
        documents = Map.copyOf(documents);
    }

    /** Somebody in front, who checked. */
    public static Entrance of(Authenticator authenticator) {
        return new Entrance(authenticator, NOTHING, Map.of());
    }

    /** Somebody in front, whose tokens are described to clients. */
    public static Entrance of(Authenticator authenticator, ProtectedResourceMetadata metadata) {
        return new Entrance(authenticator, NOTHING, served(metadata));
    }

    /** Access tokens that the function verifies itself, as others than {@code footbridge.yaml} say. */
    public static Entrance of(AccessTokens tokens, Enforcement enforcement) {
        return new Entrance(
                tokens.authenticator(enforcement.clock(), enforcement.log()),
                tokens.filter(),
                served(tokens.metadata()));
    }

    /** @throws IllegalArgumentException if there are credentials in the settings, which somebody else checks */
    public static void demandNone(Settings settings) {
        PackagedSettings.demand(new FunctionNeeds(settings).behindOthers());
    }

    /**
     * Access tokens, API keys, or both, as {@code footbridge.yaml} says.
     *
     * @throws IllegalArgumentException in words for the operator, if nobody could be let in
     */
    public static Entrance of(Enforcement enforcement) throws SettingsException {
        FunctionNeeds needs = new FunctionNeeds(enforcement.settings());
        PackagedSettings.demand(needs.atItsOwnDoor());
        PackagedSettings.demand(enforcement.store().isPresent() ? List.of() : needs.withoutTable());
        List<Authenticator> all = new ArrayList<>();
        keys(enforcement).ifPresent(all::add);
        Optional<AccessTokens> tokens =
                AccessTokens.of(enforcement.settings(), Revocations.NONE, enforcement.store(), enforcement.clock());
        tokens.ifPresent(taken -> all.add(taken.authenticator(enforcement.clock(), enforcement.log())));
        return new Entrance(
                all.size() == 1 ? all.get(0) : new AuthenticatorChain(all),
                tokens.map(AccessTokens::filter).orElse(NOTHING),
                tokens.map(taken -> served(taken.metadata())).orElse(Map.of()));
    }

    /** Keys are taken where the settings say what they are hashed with. They are in the table. */
    private static Optional<Authenticator> keys(Enforcement enforcement) throws SettingsException {
        SecretSettings secrets = enforcement.settings().secrets();
        if (secrets.peppers().isEmpty()) {
            return Optional.empty();
        }
        StateStore table = enforcement.store().orElseThrow();
        return Optional.of(new ApiKeyAuthenticator(
                new StateKeyStore(table, enforcement.clock()),
                SecretKeys.pepper(secrets.peppers()),
                enforcement.clock(),
                enforcement.log()));
    }

    private static Map<String, HttpHandler> served(ProtectedResourceMetadata metadata) {
        Map<String, HttpHandler> documents = new HashMap<>();
        metadata.paths().forEach(path -> documents.put(path, metadata));
        return documents;
    }
}
