package dev.footbridge.azure;

import dev.footbridge.azure.caller.EntraTokens;
import dev.footbridge.azure.secret.KeyVaultSource;
import dev.footbridge.azure.trigger.ClientHop;
import dev.footbridge.function.Deployment;
import dev.footbridge.function.Variables;
import dev.footbridge.security.OriginGuard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the app settings say to the function, in {@code FOOTBRIDGE_…}, and what the platform says about itself.
 * Immutable.
 *
 * @param auth who says who calls
 * @param publicUrl of the endpoint, as clients write it
 * @param entra whose tokens of Entra are taken; whose sign-ins, behind App Service Authentication
 * @param origins of web pages that may call
 * @param table where state is kept; empty to keep none
 * @param sealingKeys references to the texts that sealing keys are worked out of, the current one first
 * @param file the {@code footbridge.yaml} in the package; empty for none
 * @param authorities whose client certificates are believed, a file in the package; empty where none is asked for
 * @param hop whose address is believed
 */
public record FunctionsSettings(
        Auth auth,
        String publicUrl,
        EntraTokens entra,
        List<String> origins,
        Optional<String> table,
        List<String> sealingKeys,
        Optional<String> file,
        Optional<String> authorities,
        ClientHop hop) {

    /** Who says who calls. There is no way to let everybody in. */
    public enum Auth {
        /** The function, which verifies access tokens of Microsoft Entra. */
        ENTRA,
        /** App Service Authentication, which has verified a sign-in. */
        EASY_AUTH,
        /** {@code footbridge.yaml}: access tokens of any issuer, API keys, or both. */
        SETTINGS
    }

    /** @throws IllegalArgumentException in words for the operator, if something is missing or does not go together */
    public static FunctionsSettings of(Map<String, String> environment) {
        Variables said = new Variables(environment);
        String publicUrl = said.text("PUBLIC_URL").orElseGet(() -> ownUrl(environment));
        FunctionsSettings settings = new FunctionsSettings(
                auth(said.text("AUTH").orElse("")),
                publicUrl,
                EntraTokens.read(environment, publicUrl),
                said.words("ALLOWED_ORIGINS"),
                said.text("TABLE"),
                said.words("SEALING_KEYS"),
                said.text("SETTINGS"),
                said.text("CLIENT_AUTHORITIES"),
                new ClientHop(proxies(said.text("PROXIES").orElse("0"))));
        settings.verify(environment);
        return settings;
    }

    /** @param home the folder of the package, in which the file is */
    Deployment deployment(Path home) {
        return new Deployment(Optional.of(publicUrl), origins, sealingKeys, file.map(home::resolve));
    }

    private void verify(Map<String, String> environment) {
        Variables.naming("ALLOWED_ORIGINS", () -> new OriginGuard(List.of(), origins));
        Variables.require(
                !sealingKeys.isEmpty(),
                "SEALING_KEYS is missing: what clients carry has to be sealed with a key that all instances know; refer to"
                        + " one, such as azure-kv:NAME");
        Variables.require(
                !environment.getOrDefault(KeyVaultSource.VAULT, "").isBlank()
                        || sealingKeys.stream().noneMatch(FunctionsSettings::isNameInVault),
                "SEALING_KEYS names a secret by azure-kv:NAME, but " + KeyVaultSource.VAULT
                        + " does not say in which vault, as in https://VAULT.vault.azure.net");
        if (auth == Auth.ENTRA) {
            Variables.require(
                    !entra.tenants().isEmpty() && !entra.audiences().isEmpty(),
                    "AUTH=entra needs ENTRA_TENANTS and ENTRA_AUDIENCES: a token of another organization or for another"
                            + " application must not open this one");
        }
        if (auth == Auth.SETTINGS) {
            Variables.require(file.isPresent(), "AUTH=settings needs SETTINGS, a footbridge.yaml in the package");
        }
        if (auth == Auth.EASY_AUTH) {
            // Where it is off, anybody can write its headers.
            Variables.require(
                    environment.getOrDefault("WEBSITE_AUTH_ENABLED", "").equalsIgnoreCase("true"),
                    "AUTH=easy-auth, but the platform does not say that App Service Authentication is on"
                            + " (WEBSITE_AUTH_ENABLED)");
        }
        Variables.require(
                !publicUrl.isEmpty(),
                "PUBLIC_URL is missing, and the platform does not say its own name (WEBSITE_HOSTNAME)");
        Variables.require(
                publicUrl.startsWith("https://") || publicUrl.startsWith("http://"),
                "PUBLIC_URL is no address; clients write it, as in https://mcp.example.com/mcp");
    }

    private static boolean isNameInVault(String reference) {
        return reference.startsWith("azure-kv:") && !reference.contains("://");
    }

    private static String ownUrl(Map<String, String> environment) {
        String host = environment.getOrDefault("WEBSITE_HOSTNAME", "");
        return host.isEmpty() ? "" : "https://" + host + "/mcp";
    }

    private static int proxies(String digits) {
        boolean small = digits.length() == 1 && digits.charAt(0) >= '0' && digits.charAt(0) <= '9';
        Variables.require(small, "PROXIES is a number from 0 to 9");
        return digits.charAt(0) - '0';
    }

    private static Auth auth(String name) {
        return Variables.choice(Auth.values(), name)
                .orElseThrow(() -> new IllegalArgumentException("FOOTBRIDGE_AUTH must be entra, easy-auth or settings:"
                        + " without one of them anybody could call, so nobody is served"));
    }
}
