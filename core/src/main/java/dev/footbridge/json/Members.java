package dev.footbridge.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object, in a map that nobody else has: so it need not be copied to stay as it is. */
final class Members extends AbstractMap<String, Json> {

    private final LinkedHashMap<String, Json> owned;

    /** @param owned never changed from now on */
    Members(LinkedHashMap<String, Json> owned) {
        this.owned = owned;
    }

    /** For reading only, without the wrappers that keep others from more. */
    Map<String, Json> owned() {
        return owned;
    }

    @Override
    public @Nullable Json get(@Nullable Object name) {
        return owned.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return owned.containsKey(name);
    }

    @Override
    public int size() {
        return owned.size();
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(owned.keySet());
    }

    @Override
    public Set<Map.Entry<String, Json>> entrySet() {
        return Collections.unmodifiableMap(owned).entrySet();
    }
}
