package dev.footbridge.azure.secret;

import dev.footbridge.azure.rest.RestAnswer;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;

/**
 * What a vault's refusal means to the operator. Stateless.
 *
 * @see <a href="https://learn.microsoft.com/azure/key-vault/general/rest-error-codes">the codes</a>
 */
final class VaultRefusal {

    private VaultRefusal() {}

    static String of(RestAnswer answer) {
        return switch (answer.status()) {
            case 401 -> "the vault does not take the token of the identity; are both in the same Entra tenant?";
            case 403 -> forbidden(code(answer));
            case 404 -> "the vault has no such secret, or not that version of it";
            case 429 -> "the vault is asked too often";
            default -> "the vault answers " + answer.status();
        };
    }

    private static String forbidden(String code) {
        return switch (code) {
            case "SecretDisabled" -> "it is disabled";
            case "ForbiddenByFirewall", "ForbiddenByConnection" ->
                "the network rules of the vault do not let this app in";
            case "ForbiddenByPolicy", "AccessDenied" ->
                "the access policies of the vault do not let the identity get secrets";
            default -> "the identity needs the role Key Vault Secrets User on the vault, which takes minutes to hold";
        };
    }

    private static String code(RestAnswer answer) {
        return JsonReader.readObject(answer.text())
                .flatMap(body -> body.object("error"))
                .map(error -> error.object("innererror").orElse(JsonObject.EMPTY))
                .flatMap(inner -> inner.string("code"))
                .orElse("");
    }
}
