package dev.footbridge.testkit.lambda;

import dev.footbridge.json.JsonObject;

/** The shapes of events that the emulated front door can send. */
public enum Door {
    FUNCTION_URL,
    HTTP_API,
    REST_API,
    /** A load balancer whose target group sends one value of each header. */
    ALB,
    /** A load balancer whose target group sends all values. */
    ALB_MULTI;

    /**
     * What this door makes of a request.
     *
     * @param authorizer what it found out about the caller
     */
    public byte[] event(DoorRequest request, JsonObject authorizer) {
        return Events.of(this, request, authorizer);
    }
}
