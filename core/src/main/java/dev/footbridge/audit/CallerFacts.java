package dev.footbridge.audit;

import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonText;
import dev.footbridge.json.JsonWriter;
import java.util.Locale;

/**
 * What records say of a caller, written once for those who call again and again: a digest and half of a record's
 * members. Immutable.
 */
record CallerFacts(Caller caller, Json facts) {

    /** @param plainSubject whether the subject is named as its issuer names it, and not by a digest */
    static CallerFacts of(Caller caller, AuditKey key, boolean plainSubject) {
        JsonObject facts = JsonObject.builder()
                .put("tenant", caller.tenant())
                .put("issuer", caller.issuer())
                .put("subject", plainSubject ? caller.subject() : "hmac:" + key.nameOf(caller.key()))
                .put("client", caller.client())
                .put("method", caller.method().name().toLowerCase(Locale.ROOT))
                .put("credential", caller.credentialId())
                .put("bound", !caller.confirmation().isEmpty())
                .build();
        return new CallerFacts(caller, new JsonText(JsonWriter.text(facts)));
    }
}
