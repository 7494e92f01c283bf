package dev.footbridge.aws;

import dev.footbridge.aws.identity.ClaimsAuthenticator;
import dev.footbridge.aws.identity.IamAuthenticator;
import dev.footbridge.function.Entrance;
import dev.footbridge.oauth.ProtectedResourceMetadata;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.SettingsException;
import java.util.HashSet;

/** What a function believes of who calls, as the template says. */
final class Entrances {

    private Entrances() {}

    /** @throws IllegalArgumentException in words for the operator, if nobody could be let in */
    static Entrance of(LambdaSettings environment, Enforcement enforcement) throws SettingsException {
        if (environment.auth() != LambdaSettings.Auth.SETTINGS) {
            Entrance.demandNone(enforcement.settings());
        }
        return switch (environment.auth()) {
            case IAM -> Entrance.of(new IamAuthenticator());
            case JWT -> behindGateway(environment);
            case SETTINGS -> Entrance.of(enforcement);
        };
    }

    /** The hint in a gateway's own 401 does not arrive under its name: clients find the document by themselves. */
    private static Entrance behindGateway(LambdaSettings environment) {
        ClaimsAuthenticator claims = new ClaimsAuthenticator(new ClaimsAuthenticator.Rules(
                new HashSet<>(environment.issuers()),
                new HashSet<>(environment.audiences()),
                new HashSet<>(environment.clients())));
        return environment
                .publicUrl()
                .map(url -> Entrance.of(claims, new ProtectedResourceMetadata(url, environment.issuers())))
                .orElseGet(() -> Entrance.of(claims));
    }
}
