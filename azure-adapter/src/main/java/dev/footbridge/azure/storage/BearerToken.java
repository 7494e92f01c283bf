package dev.footbridge.azure.storage;

import dev.footbridge.azure.identity.TokenSource;
import java.net.URI;

/** Shows a token of Entra. Thread-safe. */
record BearerToken(TokenSource tokens) implements Authorization {

    @Override
    public String header(URI uri, String date) {
        return "Bearer " + tokens.get().revealText();
    }

    @Override
    public boolean renew() {
        tokens.renew();
        return true;
    }

    @Override
    public String doubt() {
        return "the account does not take the token of the identity; is it in the same Entra tenant?";
    }

    @Override
    public String lack() {
        return "the identity needs the role Storage Table Data Contributor on the account,"
                + " and the network rules of the account must let this app in";
    }
}
