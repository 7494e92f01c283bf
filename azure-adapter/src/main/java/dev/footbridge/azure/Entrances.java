package dev.footbridge.azure;

import dev.footbridge.azure.trigger.Platform;
import dev.footbridge.azure.trigger.ShownCertificate;
import dev.footbridge.function.Entrance;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.SettingsException;
import java.nio.file.Path;

/** What a function believes of who calls, as the app settings say. */
final class Entrances {

    private Entrances() {}

    /** @throws IllegalArgumentException in words for the operator, if nobody could be let in */
    static Entrance of(FunctionsSettings settings, Enforcement enforcement) throws SettingsException {
        if (settings.auth() != FunctionsSettings.Auth.SETTINGS) {
            Entrance.demandNone(enforcement.settings());
        }
        return switch (settings.auth()) {
            case ENTRA -> throw new UnsupportedOperationException();
            case EASY_AUTH -> throw new UnsupportedOperationException();
            case SETTINGS -> Entrance.of(enforcement);
        };
    }

    /** What of the headers the platform wrote. */
    static Platform platform(FunctionsSettings settings, Path home) {
        Platform plain = new Platform(
                settings.hop(), Platform.plain().principal(), Platform.plain().certificate());
        return settings.authorities()
                .map(file -> plain.withCertificate(ShownCertificate.signedBy(home.resolve(file))))
                .orElse(plain);
    }
}
