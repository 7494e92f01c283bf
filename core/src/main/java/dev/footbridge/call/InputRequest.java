package dev.footbridge.call;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import java.util.Optional;

/**
 * Something a handler needs from the client's side before it can go on: {@link Form}, {@link UrlVisit},
 * {@link SampleRequest} or {@link RootsRequest}. Immutable.
 *
 * @param <A> what a valid answer is read as
 */
public sealed interface InputRequest<A> permits Form, UrlVisit, SampleRequest, RootsRequest {

    /** The method of the request, such as {@code elicitation/create}. */
    String method();

    /** Its parameters in the form of the newest revision. */
    JsonObject params();

    /** True if a client with these capabilities can answer. */
    boolean answerableBy(ClientCapabilities capabilities);

    /** The smallest capabilities that would do, as a {@code ClientCapabilities} object. */
    JsonObject requiredCapabilities();

    /** The answer, or empty if the client sent something of another shape: then it is asked again. */
    Optional<A> read(Json result);
}
