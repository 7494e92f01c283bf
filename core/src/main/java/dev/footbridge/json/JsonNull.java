package dev.footbridge.json;

/** JSON {@code null}, which is not the absence of a member. */
public enum JsonNull implements Json {
    NULL
}
