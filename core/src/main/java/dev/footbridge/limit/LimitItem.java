package dev.footbridge.limit;

/**
 * What limits are kept for: one caller, one tenant or one address. A store keeps one item for it and changes all its
 * limits together.
 *
 * @param tenant no two tenants share an item
 * @param name differs for items that differ; may hold any characters
 */
public record LimitItem(String tenant, String name) {}
