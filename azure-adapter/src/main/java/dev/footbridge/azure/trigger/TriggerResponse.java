package dev.footbridge.azure.trigger;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;

/** Writes a whole response for the host, which takes one value for each header, and a missing body for {@code null}. */
public final class TriggerResponse {

    private TriggerResponse() {}

    /** @param response whose body is there */
    public static HttpResponseMessage write(HttpResponse response, HttpRequestMessage<?> message) {
        HttpResponseMessage.Builder written = message.createResponseBuilder(HttpStatusType.custom(response.status()));
        response.headers().values().forEach((name, values) -> written.header(name, String.join(", ", values)));
        String body = response.body() instanceof Bytes bytes ? bytes.asUtf8() : "";
        return written.body(body).build();
    }
}
