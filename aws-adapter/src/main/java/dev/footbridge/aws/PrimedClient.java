package dev.footbridge.aws;

import dev.footbridge.aws.dynamo.DynamoStateStore;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.state.StateStoreException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Loads the client of AWS's services without a word to any of them: a request is written, signed and sent to a port of
 * this machine at which nobody listens, and the authorities that TLS believes are read.
 */
final class PrimedClient {

    private static final AwsPatience SHORT = new AwsPatience(Duration.ofMillis(200), Duration.ofMillis(500));

    private PrimedClient() {}

    static void prime(InstantSource clock) {
        AwsAccount nobodys = new AwsAccount(
                Map.of(
                        "AWS_REGION", "prime",
                        "AWS_ACCESS_KEY_ID", "prime",
                        "AWS_SECRET_ACCESS_KEY", "prime",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
                clock);
        try {
            new DynamoStateStore(nobodys.service(AwsServiceName.DYNAMODB, SHORT), "prime", clock).prime();
        } catch (StateStoreException expected) {
            // nobody listens there
        }
        try {
            SSLContext.getDefault().createSSLEngine();
        } catch (GeneralSecurityException later) {
            // whoever needs it will say so
        }
    }
}
