package dev.footbridge.benchmarks.growth;

import dev.footbridge.aws.dynamo.DynamoStateStore;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsAnswer;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** How states cost in a table, by what stands in for DynamoDB at some address: a new table, which is left behind. */
final class TableGrowth {

    private static final AwsPatience PATIENCE = new AwsPatience(Duration.ofSeconds(10), Duration.ofSeconds(25));

    private TableGrowth() {}

    static void print(String address) {
        InstantSource clock = InstantSource.system();
        AwsService dynamo = new AwsAccount(environment(address), clock).service(AwsServiceName.DYNAMODB, PATIENCE);
        DynamoStateStore store = new DynamoStateStore(dynamo, newTable(dynamo), clock);
        States warm = new States(store, 9_999);
        warm.put();
        warm.get();
        System.out.println("| states in a table | put, µs | get, µs |\n|---|---|---|");
        for (int count : new int[] {1_000, 10_000, 100_000}) {
            States states = new States(store, count);
            double put = states.put();
            Growth.row(count, put, states.get());
        }
    }

    private static Map<String, String> environment(String address) {
        return Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "a key for tests",
                "AWS_ENDPOINT_URL", address);
    }

    private static String newTable(AwsService dynamo) {
        String name = "footbridge-growth-" + UUID.randomUUID();
        JsonObject description = JsonObject.builder()
                .put("TableName", name)
                .put("BillingMode", "PAY_PER_REQUEST")
                .put("KeySchema", JsonArray.of(attribute("KeyType", "HASH")))
                .put("AttributeDefinitions", JsonArray.of(attribute("AttributeType", "S")))
                .build();
        AwsAnswer made = dynamo.call("CreateTable", description);
        if (!made.isDone()) {
            throw new IllegalStateException(made.error() + ": " + made.message());
        }
        return name;
    }

    private static JsonObject attribute(String member, String value) {
        return JsonObject.builder()
                .put("AttributeName", "pk")
                .put(member, value)
                .build();
    }
}
