package dev.footbridge.local.deploy;

import java.util.Optional;

/** Whether a function gets at the secrets that its settings refer to, as far as its template says. */
interface SecretAccess {

    /**
     * Why it does not, in words that follow the reference; empty if nothing speaks against it.
     *
     * @param scheme of the reference
     * @param place what follows the scheme and its colon
     */
    Optional<String> obstacle(String scheme, String place);
}
