package dev.footbridge.aws.dynamo;

import dev.footbridge.state.Digest;
import dev.footbridge.state.StateKey;
import java.nio.charset.StandardCharsets;

/** The one key of the table. Stateless. */
final class DynamoKey {

    /** DynamoDB takes 2048. */
    private static final int MAX_BYTES = 1024;

    private DynamoKey() {}

    /** Such as {@code 4:acme/limit/caller}: no tenant can write another's. What is long is told by its digest. */
    static String of(StateKey key) {
        String plain = key.tenant().length() + ":" + key.tenant() + "/" + key.name();
        boolean fits = plain.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
        return fits ? plain : "sha256:" + Digest.of(plain);
    }
}
