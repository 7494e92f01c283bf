package dev.footbridge.testkit.lambda;

/** The shapes of events that the emulated front door can send. */
public enum Door {
    FUNCTION_URL,
    HTTP_API,
    REST_API,
    /** A load balancer whose target group sends one value of each header. */
    ALB,
    /** A load balancer whose target group sends all values. */
    ALB_MULTI
}
