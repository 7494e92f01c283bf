package dev.footbridge.policy;

/** Something that must be so for a rule to apply. */
interface Condition {

    Truth holds(Access access);
}
