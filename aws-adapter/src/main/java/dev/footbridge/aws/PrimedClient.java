package dev.footbridge.aws;

import dev.footbridge.aws.dynamo.DynamoLimitStore;
import dev.footbridge.aws.dynamo.DynamoStateStore;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.limit.LimitItem;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.Take;
import dev.footbridge.limit.Take.RateTake;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Loads the client of AWS's services without a word to any of them: a request is written, signed and sent to a port of
 * this machine at which nobody listens. What fails is left to whoever needs it, who will say so.
 */
final class PrimedClient {

    /** Too short for a second try. */
    private static final AwsPatience SHORT = new AwsPatience(Duration.ofMillis(20), Duration.ofMillis(20));

    private PrimedClient() {}

    /** All of it. */
    static void prime(InstantSource clock) {
        AwsService dynamo = nobodys(clock);
        attempt(new DynamoStateStore(dynamo, "prime", clock)::prime);
        attempt(limits(dynamo, clock));
    }

    /** What a read of a table does not load. */
    static void primeLimits(InstantSource clock) {
        attempt(limits(nobodys(clock), clock));
    }

    private static AwsService nobodys(InstantSource clock) {
        AwsAccount nobodys = new AwsAccount(
                Map.of(
                        "AWS_REGION", "prime",
                        "AWS_ACCESS_KEY_ID", "prime",
                        "AWS_SECRET_ACCESS_KEY", "prime",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
                clock);
        return nobodys.service(AwsServiceName.DYNAMODB, SHORT);
    }

    private static Runnable limits(AwsService dynamo, InstantSource clock) {
        DynamoStateStore state = new DynamoStateStore(dynamo, "prime", clock);
        return () -> new DynamoLimitStore(dynamo, "prime", state).take(take(clock));
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError expected) {
            // nobody listens there
        }
    }

    /** Reads the authorities that TLS believes, which is most of what a first connection costs. */
    static void primeTls() {
        try {
            SSLContext.getDefault().createSSLEngine();
        } catch (GeneralSecurityException | LinkageError later) {
            // whoever needs it will say so
        }
    }

    private static Take take(InstantSource clock) {
        return new Take(
                new LimitItem("", "prime"),
                List.of(new RateTake("prime", Rate.parse("10/s"))),
                List.of(),
                Optional.empty(),
                clock.instant());
    }
}
