package dev.footbridge.azure;

import dev.footbridge.azure.caller.EasyAuth;
import dev.footbridge.azure.caller.EasyAuthAuthenticator;
import dev.footbridge.azure.caller.EntraTokens;
import dev.footbridge.azure.trigger.Platform;
import dev.footbridge.azure.trigger.ShownCertificate;
import dev.footbridge.function.Entrance;
import dev.footbridge.function.Variables;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.oauth.MemoryReplays;
import dev.footbridge.oauth.ProtectedResourceMetadata;
import dev.footbridge.oauth.Revocations;
import dev.footbridge.settings.AccessTokens;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.SettingsException;
import java.nio.file.Path;
import java.util.Optional;

/** What a function believes of who calls, as the app settings say. */
final class Entrances {

    private Entrances() {}

    /** @throws IllegalArgumentException in words for the operator, if nobody could be let in */
    static Entrance of(FunctionsSettings settings, Enforcement enforcement) throws SettingsException {
        if (settings.auth() != FunctionsSettings.Auth.SETTINGS) {
            Entrance.demandNone(enforcement.settings());
        }
        return switch (settings.auth()) {
            case ENTRA -> Entrance.of(tokens(settings.entra(), enforcement), enforcement);
            case EASY_AUTH -> behindEasyAuth(settings.entra(), enforcement);
            case SETTINGS -> Entrance.of(enforcement);
        };
    }

    /** Tokens of Entra are bound to no key, so that no proof has to be remembered. */
    private static AccessTokens tokens(EntraTokens entra, Enforcement enforcement) {
        return new AccessTokens(
                entra.settings(), Optional.empty(), Revocations.NONE, new MemoryReplays(enforcement.clock()));
    }

    private static Entrance behindEasyAuth(EntraTokens entra, Enforcement enforcement) {
        return Entrance.of(
                new EasyAuthAuthenticator(entra, enforcement.log()),
                new ProtectedResourceMetadata(entra.behindEasyAuth()));
    }

    /** What of the headers the platform wrote: whatever it did not, any client can. */
    static Platform platform(FunctionsSettings settings, Path home) {
        Platform.Fact<PlatformIdentity> principal =
                settings.auth() == FunctionsSettings.Auth.EASY_AUTH ? EasyAuth::read : headers -> Optional.empty();
        Platform.Fact<ClientCertificate> certificate = settings.authorities()
                .<Platform.Fact<ClientCertificate>>map(file ->
                        Variables.naming("CLIENT_AUTHORITIES", () -> ShownCertificate.signedBy(home.resolve(file))))
                .orElse(headers -> Optional.empty());
        return new Platform(settings.hop(), principal, certificate);
    }
}
