package dev.footbridge.aws.secret;

import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.json.JsonObject;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.SecretSourceException;

/**
 * Parameters of AWS Systems Manager, decrypted: {@code aws-ssm:/footbridge/crm-token}. The role needs
 * {@code ssm:GetParameter}, and {@code kms:Decrypt} where the parameter has a key of its own. Thread-safe; making it
 * connects to nothing.
 */
public final class ParameterStoreSource implements SecretSource {

    private final AwsService service;

    public ParameterStoreSource(AwsAccount account) {
        this.service = account.service(AwsServiceName.SSM, AwsPatience.USUAL);
    }

    @Override
    public String scheme() {
        return "aws-ssm";
    }

    @Override
    public Secret read(String place) {
        JsonObject request = JsonObject.builder()
                .put("Name", place)
                .put("WithDecryption", true)
                .build();
        return Asked.of(service, "GetParameter", request, this, place)
                .object("Parameter")
                .flatMap(parameter -> parameter.string("Value"))
                .map(Secret::ofText)
                .orElseThrow(
                        () -> new SecretSourceException("aws-ssm:" + place + " cannot be read: it has no value", null));
    }
}
