package dev.footbridge.audit;

import java.util.Locale;

/** How a recorded call ended. */
public enum AuditStatus {
    /** It has not ended: the tool is about to run. Another record says what became of it. */
    INTENT,
    OK,
    /** The tool says that it failed, or it threw. */
    TOOL_ERROR,
    INVALID_ARGUMENTS,
    /** The policy said no. */
    DENIED,
    /** No credential, or none that is good. */
    UNAUTHENTICATED,
    RATE_LIMITED,
    /** Whoever bills wants to be paid first. */
    PAYMENT_REQUIRED,
    /** What has to be asked before the call could not be asked. */
    UNAVAILABLE,
    TIMEOUT,
    /** The client went away or said so. */
    CANCELLED,
    /** The client has to answer questions first. */
    INPUT_REQUIRED,
    /** The request was refused before anything could be called. */
    PROTOCOL_ERROR;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
