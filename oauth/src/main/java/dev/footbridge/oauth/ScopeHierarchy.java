package dev.footbridge.oauth;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which scopes hold others in them, so that {@code orders:write} need not be asked for together with
 * {@code orders:read}. Immutable.
 *
 * @param implied the scopes that each broad scope holds; what those hold is held too
 */
public record ScopeHierarchy(Map<String, Set<String>> implied) {

    /** Every scope stands for itself. */
    public static final ScopeHierarchy FLAT = new ScopeHierarchy(Map.of());

    public ScopeHierarchy {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        implied.forEach((broad, narrow) -> copy.put(broad, Set.copyOf(narrow)));
        implied = Collections.unmodifiableMap(copy);
    }

    /** The scopes, and all that they hold. */
    public Set<String> expand(Set<String> granted) {
        if (implied.isEmpty()) {
            return granted;
        }
        Set<String> all = new LinkedHashSet<>(granted);
        Deque<String> open = new ArrayDeque<>(granted);
        while (!open.isEmpty()) {
            for (String narrow : implied.getOrDefault(open.remove(), Set.of())) {
                if (all.add(narrow)) {
                    open.add(narrow);
                }
            }
        }
        return all;
    }
}
