package dev.footbridge.policy;

import java.util.List;

/** A policy that cannot be used. The message is for the operator and names every place. */
public final class PolicyException extends RuntimeException {

    private final transient List<String> problems;

    public PolicyException(List<String> problems) {
        super("the policy cannot be used: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each begins with a JSON Pointer (RFC 6901) into the policy. */
    public List<String> problems() {
        return problems;
    }
}
