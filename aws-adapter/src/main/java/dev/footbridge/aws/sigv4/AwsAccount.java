package dev.footbridge.aws.sigv4;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/**
 * The account and region that the variables of this process speak of, as AWS's own tools read them: {@code AWS_REGION},
 * credentials, and {@code AWS_ENDPOINT_URL} or {@code AWS_ENDPOINT_URL_DYNAMODB} for other addresses. Making it reads
 * nothing. Thread-safe.
 */
public final class AwsAccount {

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final CredentialSource credentials;
    private volatile boolean lasting;

    public AwsAccount(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
        this.credentials = Credentials.of(environment, clock);
        this.lasting = !"snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    public AwsService service(AwsServiceName name, AwsPatience patience) {
        return new AwsService(name, this, patience);
    }

    public CredentialSource credentials() {
        return credentials;
    }

    /** A copy of this process begins to live: credentials are read anew, and connections are kept from now on. */
    public void restored() {
        credentials.renew();
        lasting = true;
    }

    /** False until the snapshot that this process is made for was restored: no connection would survive it. */
    boolean lasting() {
        return lasting;
    }

    /** @throws AwsException if no variable names it */
    public String region() {
        String region = variable("AWS_REGION", variable("AWS_DEFAULT_REGION", ""));
        if (region.isEmpty()) {
            throw new AwsException("AWS_REGION is not set, so there is no region to look in", null);
        }
        return region;
    }

    URI endpoint(AwsServiceName name) {
        String other = variable("AWS_ENDPOINT_URL_" + name.variable(), variable("AWS_ENDPOINT_URL", ""));
        String region = region();
        String home = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
        String address = other.isEmpty() ? "https://" + name.host() + "." + region + home : other;
        try {
            return URI.create(address.endsWith("/") ? address : address + "/");
        } catch (IllegalArgumentException foreign) {
            throw new AwsException("the variables give no address of " + name.host(), foreign);
        }
    }

    InstantSource clock() {
        return clock;
    }

    private String variable(String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }
}
