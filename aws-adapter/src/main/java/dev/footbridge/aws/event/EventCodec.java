package dev.footbridge.aws.event;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;

/**
 * One shape of event. Stateless and thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Payload formats</a>
 */
public interface EventCodec {

    /** True if the event has this shape: looked at only where no front door is configured. */
    boolean fits(JsonObject event);

    /** The request in an event. What only a front door can know is taken from its own members, never from headers. */
    Incoming read(JsonObject event, Invocation invocation, Bounds bounds);

    /**
     * A whole response as this front door takes it.
     *
     * @param event the one that is answered, since some doors answer as they were asked
     */
    JsonObject write(HttpResponse response, JsonObject event);
}
