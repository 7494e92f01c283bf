package dev.footbridge.aws.dynamo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsAnswer;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What stands in for AWS where it runs: verification/aws-stores starts them and says where they are. */
enum Emulator {
    MOTO,
    DYNALITE,
    DYNAMODB_LOCAL;

    /** Emulators in Python do not keep to the time that AWS keeps to. */
    private static final AwsPatience PATIENCE = new AwsPatience(Duration.ofSeconds(10), Duration.ofSeconds(25));

    private static final Duration TO_BE_ACTIVE = Duration.ofSeconds(30);

    private String property() {
        return "footbridge.aws." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String address() {
        String address = System.getProperty(property(), "");
        assumeTrue(!address.isEmpty(), property() + " is not set");
        return address;
    }

    AwsAccount account() {
        return account(address());
    }

    static AwsAccount account(String address) {
        Map<String, String> environment = Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "a key for tests",
                "AWS_ENDPOINT_URL", address);
        return new AwsAccount(environment, InstantSource.system());
    }

    AwsService dynamo() {
        return account().service(AwsServiceName.DYNAMODB, PATIENCE);
    }

    /** A table with nothing in it; emulators are not asked to forget one. */
    String newTable() {
        String name = "footbridge-" + UUID.randomUUID();
        AwsAnswer made = dynamo().call("CreateTable", description(name));
        if (!made.isDone()) {
            throw new IllegalStateException(made.error() + ": " + made.message());
        }
        Instant end = Instant.now().plus(TO_BE_ACTIVE);
        String status = status(name);
        while (!status.equals("ACTIVE")) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        name + " is not there after " + TO_BE_ACTIVE + ", but '" + status + "'");
            }
            Thread.onSpinWait();
            status = status(name);
        }
        return name;
    }

    private String status(String table) {
        return dynamo().call("DescribeTable", JsonObject.of("TableName", table))
                .body()
                .object("Table")
                .flatMap(found -> found.string("TableStatus"))
                .orElse("");
    }

    private static JsonObject description(String name) {
        return JsonObject.builder()
                .put("TableName", name)
                .put("BillingMode", "PAY_PER_REQUEST")
                .put("KeySchema", JsonArray.of(attribute("KeyType", "HASH")))
                .put("AttributeDefinitions", JsonArray.of(attribute("AttributeType", "S")))
                .build();
    }

    private static JsonObject attribute(String name, String value) {
        return JsonObject.builder().put("AttributeName", "pk").put(name, value).build();
    }

    DynamoStateStore newStore(InstantSource time) {
        return new DynamoStateStore(dynamo(), newTable(), time);
    }

    DynamoLimitStore newLimits(InstantSource time) {
        String table = newTable();
        return new DynamoLimitStore(dynamo(), table, new DynamoStateStore(dynamo(), table, time));
    }

    /** The limits of an instance that knows nothing, in a table that others use too. */
    static DynamoLimitStore limits(String address, String table, AwsPatience patience) {
        AwsService dynamo = account(address).service(AwsServiceName.DYNAMODB, patience);
        return new DynamoLimitStore(dynamo, table, new DynamoStateStore(dynamo, table, InstantSource.system()));
    }
}
