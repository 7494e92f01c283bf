package dev.footbridge.audit;

import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonText;
import dev.footbridge.json.JsonWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What records say of a caller. It is written once for each of those who call again and again, whom what verified them
 * knows by one object for a while: a digest and the half of a record's members. Thread-safe.
 */
final class CallerFacts {

    /** A power of two. What is said of another caller takes a place over. */
    private static final int PLACES = 256;

    private final AuditKey key;
    private final boolean plainSubjects;

    /** Without a lock: what a race writes twice is the same, and nobody sees the half of a record's components. */
    private final @Nullable Known[] known = new Known[PLACES];

    private record Known(Caller caller, Json facts) {}

    /** @param plainSubjects whether a subject is named as its issuer names it, and not by a digest */
    CallerFacts(AuditKey key, boolean plainSubjects) {
        this.key = key;
        this.plainSubjects = plainSubjects;
    }

    @SuppressWarnings("ReferenceEquality") // another object may be another caller, or one whose token is new
    Json of(Caller caller) {
        int place = System.identityHashCode(caller) & (PLACES - 1);
        Known there = known[place];
        if (there != null && there.caller() == caller) {
            return there.facts();
        }
        Json facts = new JsonText(JsonWriter.text(facts(caller)));
        known[place] = new Known(caller, facts);
        return facts;
    }

    private Json facts(Caller caller) {
        return JsonObject.builder()
                .put("tenant", caller.tenant())
                .put("issuer", caller.issuer())
                .put("subject", plainSubjects ? caller.subject() : "hmac:" + key.nameOf(caller.key()))
                .put("client", caller.client())
                .put("method", caller.method().name().toLowerCase(Locale.ROOT))
                .put("credential", caller.credentialId())
                .put("bound", !caller.confirmation().isEmpty())
                .build();
    }
}
