package dev.footbridge.limit;

import org.jspecify.annotations.Nullable;

/**
 * What limits are kept for: one caller, one tenant or one address. A store keeps one item for it and changes all its
 * limits together.
 *
 * @param tenant no two tenants share an item
 * @param name differs for items that differ; may hold any characters
 */
public record LimitItem(String tenant, String name) {

    /** By hand, because what a record has is put together when it is first asked: 10 ms of a start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitItem item && item.tenant.equals(tenant) && item.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * tenant.hashCode() + name.hashCode();
    }
}
