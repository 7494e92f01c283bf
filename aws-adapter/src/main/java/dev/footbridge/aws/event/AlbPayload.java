package dev.footbridge.aws.event;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * An application load balancer. It has one map of headers or one of lists, as its target group says, and takes answers
 * as it asked. It says where a request comes from only in {@code X-Forwarded-For}, to which it appends the address it
 * saw.
 */
final class AlbPayload implements EventCodec {

    @Override
    public boolean fits(JsonObject event) {
        return event.object("requestContext")
                .filter(context -> context.has("elb"))
                .isPresent();
    }

    @Override
    public Incoming read(JsonObject event, Invocation invocation, Bounds bounds) {
        Optional<String> method = event.string("httpMethod");
        Optional<String> path = event.string("path");
        if (method.isEmpty() || path.isEmpty()) {
            return new Incoming.Foreign("an event of a load balancer has httpMethod and path");
        }
        List<String> forwarded = PayloadV1.headers(event).all("x-forwarded-for");
        return new Translation(event, invocation, bounds)
                .address(last(forwarded))
                .request(method.get(), path.get(), Queries.of(event, false), PayloadV1.headers(event));
    }

    /** All before the last one is what the client wrote. */
    private static Optional<String> last(List<String> forwarded) {
        if (forwarded.isEmpty()) {
            return Optional.empty();
        }
        String[] hops = forwarded.get(forwarded.size() - 1).split(",", -1);
        return Optional.of(withoutPort(hops[hops.length - 1].strip())).filter(hop -> !hop.isEmpty());
    }

    /** A load balancer that keeps the ports of clients writes {@code ip:port} or {@code [ip]:port}, by connection. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon < 0 || colon != hop.lastIndexOf(':') ? hop : hop.substring(0, colon);
    }

    @Override
    public JsonObject write(HttpResponse response, JsonObject event) {
        JsonObject.Builder answer = Translation.answer(response)
                .put("statusDescription", response.status() + " " + Reasons.of(response.status()));
        if (event.has("multiValueHeaders")) {
            return answer.put("multiValueHeaders", PayloadV1.lists(response.headers()))
                    .build();
        }
        JsonObject.Builder headers = JsonObject.builder();
        response.headers().values().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return answer.put("headers", headers.build()).build();
    }
}
