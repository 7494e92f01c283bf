package dev.footbridge.policy;

/** What is known of a condition. */
enum Truth {
    TRUE,
    FALSE,
    /** It cannot be evaluated: a member is missing, or of a type that cannot be compared so. */
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE ? other : UNKNOWN;
    }
}
