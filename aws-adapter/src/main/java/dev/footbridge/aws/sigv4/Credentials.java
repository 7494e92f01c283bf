package dev.footbridge.aws.sigv4;

import java.time.InstantSource;
import java.util.Map;

/** The first of the known sources that the variables of the process speak of. Stateless. */
public final class Credentials {

    private Credentials() {}

    /**
     * Keys in variables, or the endpoint of the container. Lambda gives the first to plain functions and the second to
     * those that are restored from a snapshot, so neither may be taken for granted.
     */
    public static CredentialSource of(Map<String, String> environment, InstantSource clock) {
        return environment.getOrDefault(EnvironmentCredentials.KEY_ID, "").isEmpty()
                ? new ContainerCredentials(environment, clock)
                : new EnvironmentCredentials(environment);
    }
}
