package dev.footbridge.aws.event;

import java.time.Instant;

/**
 * What the Lambda service says of one invocation, beside its event.
 *
 * @param requestId names the invocation in every log of Lambda's
 * @param deadline when Lambda cuts it off
 * @param live whether what is answered reaches the client while the invocation runs
 * @param tenant whom the environment is set aside for; empty where it is for everybody
 */
public record Invocation(String requestId, Instant deadline, boolean live, String tenant) {

    /** In an environment for everybody. */
    public Invocation(String requestId, Instant deadline, boolean live) {
        this(requestId, deadline, live, "");
    }
}
