package dev.footbridge.aws.dynamo;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The reference: the same items by AWS's own SDK. It passes the same contract, and each reads what the other wrote. */
final class SdkStateStore implements StateStore {

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    SdkStateStore(String address, String table, InstantSource clock) {
        this.client = DynamoDbClient.builder()
                .endpointOverride(URI.create(address))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "a key for tests")))
                .httpClient(UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofSeconds(10))
                        .build())
                .build();
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        Map<String, AttributeValue> item = client.getItem(request -> request.tableName(table)
                        .consistentRead(true)
                        .key(Map.of("pk", AttributeValue.fromS(DynamoKey.of(key)))))
                .item();
        AttributeValue value = item.get("v");
        AttributeValue tag = item.get("t");
        AttributeValue end = item.get("e");
        if (value == null || tag == null || end == null) {
            return Optional.empty();
        }
        StateEntry entry = new StateEntry(value.s(), new StateVersion(tag.s()), instant(new BigDecimal(end.n())));
        return Optional.of(entry).filter(found -> clock.instant().isBefore(found.deadline()));
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        return write(key, Map.of("v", AttributeValue.fromS(value)), expected, deadline, deadline);
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        return !expected.equals(StateVersion.ABSENT)
                && write(key, Map.of(), expected, Instant.EPOCH, clock.instant())
                        .isPresent();
    }

    private Optional<StateVersion> write(
            StateKey key,
            Map<String, AttributeValue> value,
            StateVersion expected,
            Instant deadline,
            Instant deletion) {
        String tag = UUID.randomUUID().toString();
        Map<String, AttributeValue> item = new HashMap<>(value);
        item.put("pk", AttributeValue.fromS(DynamoKey.of(key)));
        item.put("t", AttributeValue.fromS(tag));
        item.put("e", number(deadline));
        item.put("exp", AttributeValue.fromN(Long.toString(deletion.getEpochSecond())));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":now", number(clock.instant())));
        boolean creates = expected.equals(StateVersion.ABSENT);
        if (!creates) {
            values.put(":tag", AttributeValue.fromS(expected.tag()));
        }
        try {
            client.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression(creates ? "attribute_not_exists(pk) OR e <= :now" : "t = :tag AND e > :now")
                    .expressionAttributeValues(values));
            return Optional.of(new StateVersion(tag));
        } catch (ConditionalCheckFailedException other) {
            return Optional.empty();
        }
    }

    private static AttributeValue number(Instant instant) {
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
        return AttributeValue.fromN(seconds.toPlainString());
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.ofEpochSecond(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }
}
