package dev.footbridge.settings;

import dev.footbridge.json.StrictObject;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.SecretReferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads references to secrets wherever settings have them, and remembers each. Not thread-safe. */
final class ReferenceReader {

    private final SecretReferences references;
    private final Map<String, HeldSecret> all = new LinkedHashMap<>();

    ReferenceReader(SecretReferences references) {
        this.references = references;
    }

    /** The member {@code secrets}, to be read when everything else was. */
    SecretSettings read(StrictObject secrets) {
        Optional<HeldSecret> audit = one(secrets, "audit_key");
        List<HeldSecret> peppers = many(secrets, "key_pepper");
        Optional<HeldSecret> sealing = one(secrets, "sealing_keys");
        Optional<HeldSecret> nonce = one(secrets, "nonce_key");
        StrictObject named = secrets.entry("tools");
        Map<String, HeldSecret> tools = new LinkedHashMap<>();
        for (String name : named.names()) {
            one(named, name).ifPresent(secret -> tools.put(name, secret));
        }
        secrets.end();
        return new SecretSettings(audit, peppers, sealing, nonce, tools, all);
    }

    Optional<HeldSecret> one(StrictObject entry, String name) {
        return entry.text(name).flatMap(text -> find(entry, name, "", text));
    }

    private List<HeldSecret> many(StrictObject entry, String name) {
        List<HeldSecret> found = new ArrayList<>();
        for (String text : entry.texts(name)) {
            find(entry, name, "/" + found.size(), text).ifPresent(found::add);
        }
        return found;
    }

    private Optional<HeldSecret> find(StrictObject entry, String name, String place, String text) {
        try {
            HeldSecret secret = references.find(text);
            all.put(entry.path() + "/" + name + place, secret);
            return Optional.of(secret);
        } catch (IllegalArgumentException refused) {
            entry.problem(name + place, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }
}
