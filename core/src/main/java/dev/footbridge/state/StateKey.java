package dev.footbridge.state;

/** The tenant and name of one stored value; no two tenants can reach each other's names. */
public record StateKey(String tenant, String name) {}
