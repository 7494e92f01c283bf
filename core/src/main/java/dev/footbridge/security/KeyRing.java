package dev.footbridge.security;

import java.util.Map;

/** Keys by id, one of which seals new things. (To be completed.) */
public record KeyRing(String current, Map<String, Secret> keys) {}
