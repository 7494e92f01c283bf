package dev.footbridge.azure.storage;

import dev.footbridge.secret.HmacSha256;
import dev.footbridge.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Signs with the key of an account, in the form {@code SharedKeyLite} of Table storage. Immutable.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key">the rules</a>
 */
record SharedKey(String account, Secret key) implements Authorization {

    @Override
    public String header(URI uri, String date) {
        String signed = date + "\n/" + account + uri.getRawPath();
        byte[] signature = new HmacSha256(key.reveal()).of(signed.getBytes(StandardCharsets.UTF_8));
        return "SharedKeyLite " + account + ":" + Base64.getEncoder().encodeToString(signature);
    }

    @Override
    public boolean renew() {
        return false;
    }

    @Override
    public String doubt() {
        return "the key is not one of the account " + account + ", or the clock of this machine is wrong";
    }

    @Override
    public String lack() {
        return doubt() + ", or the network rules of the account do not let this app in";
    }
}
