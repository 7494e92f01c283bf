package dev.footbridge.aws.dynamo;

import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsException;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.Map;

/** The table that somebody names on a command line, as {@code dynamodb:TABLE}. */
public final class NamedTable {

    private NamedTable() {}

    /**
     * Opens it; nothing is asked of it yet.
     *
     * @throws IllegalArgumentException in words for whoever named it, if something is missing
     */
    public static StateStore open(String place, Map<String, String> environment, InstantSource clock) {
        AwsAccount account = new AwsAccount(environment, clock);
        try {
            account.region();
        } catch (AwsException nowhere) {
            throw new IllegalArgumentException(nowhere.getMessage(), nowhere);
        }
        if (place.isEmpty()) {
            throw new IllegalArgumentException("there is no name of a table behind the colon");
        }
        if (environment.getOrDefault("AWS_ACCESS_KEY_ID", "").isEmpty()) {
            throw new IllegalArgumentException("AWS_ACCESS_KEY_ID is not set; 'aws configure export-credentials"
                    + " --format env' prints what a profile has");
        }
        return new DynamoStateStore(account.service(AwsServiceName.DYNAMODB, AwsPatience.USUAL), place, clock);
    }
}
