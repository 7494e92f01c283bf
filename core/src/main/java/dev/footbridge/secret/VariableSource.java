package dev.footbridge.secret;

import java.util.Map;

/** Secrets in environment variables: {@code env:CRM_TOKEN}. An empty variable counts as missing. Immutable. */
public final class VariableSource implements SecretSource {

    private final Map<String, String> environment;

    /** @param environment the variables of the process; an adapter knows them */
    public VariableSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String scheme() {
        return "env";
    }

    @Override
    public Secret read(String place) {
        String value = environment.getOrDefault(place, "");
        if (value.isEmpty()) {
            throw new SecretSourceException("the environment variable " + place + " is not set", null);
        }
        return Secret.ofText(value);
    }
}
