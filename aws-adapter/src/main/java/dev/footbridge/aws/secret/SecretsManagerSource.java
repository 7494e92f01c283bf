package dev.footbridge.aws.secret;

import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.SecretSourceException;
import java.util.Base64;
import java.util.Optional;

/**
 * Secrets of AWS Secrets Manager: {@code aws-sm:NAME}, where the name may be an ARN, and {@code aws-sm:NAME#MEMBER} for
 * one text in a secret that is a JSON object, as the console makes them. The role needs
 * {@code secretsmanager:GetSecretValue}. Thread-safe; making it connects to nothing.
 */
public final class SecretsManagerSource implements SecretSource {

    private final AwsService service;

    public SecretsManagerSource(AwsAccount account) {
        this.service = account.service(AwsServiceName.SECRETS_MANAGER, AwsPatience.USUAL);
    }

    @Override
    public String scheme() {
        return "aws-sm";
    }

    @Override
    public Secret read(String place) {
        int hash = place.indexOf('#');
        String name = hash < 0 ? place : place.substring(0, hash);
        JsonObject found = Asked.of(service, "GetSecretValue", JsonObject.of("SecretId", name), this, place);
        Optional<String> text = found.string("SecretString");
        if (hash >= 0) {
            return text.flatMap(JsonReader::readObject)
                    .flatMap(object -> object.string(place.substring(hash + 1)))
                    .map(Secret::ofText)
                    .orElseThrow(() -> missing(place, "it is no JSON object with that text"));
        }
        return text.map(Secret::ofText)
                .or(() -> found.string("SecretBinary").map(SecretsManagerSource::bytes))
                .orElseThrow(() -> missing(place, "it has no value"));
    }

    private static Secret bytes(String base64) {
        return Secret.of(Base64.getDecoder().decode(base64));
    }

    private static SecretSourceException missing(String place, String why) {
        return new SecretSourceException("aws-sm:" + place + " cannot be read: " + why, null);
    }
}
