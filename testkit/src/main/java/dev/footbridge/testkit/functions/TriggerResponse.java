package dev.footbridge.testkit.functions;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.footbridge.http.Bytes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer and its own builder, as the worker has it: the last value of a header is the only one, and a body that was
 * never set is the JSON text {@code null}. Used by one thread.
 */
final class TriggerResponse implements HttpResponseMessage, HttpResponseMessage.Builder {

    private final Map<String, String> headers = new HashMap<>();
    private HttpStatusType status;

    @Nullable
    private Object body;

    TriggerResponse(HttpStatusType status) {
        this.status = status;
    }

    @Override
    public HttpResponseMessage.Builder status(HttpStatusType other) {
        this.status = other;
        return this;
    }

    @Override
    public HttpResponseMessage.Builder header(String key, String value) {
        headers.put(key, value);
        return this;
    }

    @Override
    public HttpResponseMessage.Builder body(@Nullable Object content) {
        this.body = content;
        return this;
    }

    @Override
    public HttpResponseMessage build() {
        return this;
    }

    @Override
    public HttpStatusType getStatus() {
        return status;
    }

    @Override
    @Nullable
    public String getHeader(String key) {
        return headers.get(key);
    }

    @Override
    @Nullable
    public Object getBody() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean isText() {
        return !(body instanceof byte[]);
    }

    /** The bytes for the client. What is neither text nor bytes would go through Gson, which is not here. */
    Bytes content() {
        if (body instanceof byte[] bytes) {
            return Bytes.of(bytes);
        }
        if (body == null || body instanceof String) {
            return Bytes.utf8(String.valueOf(body));
        }
        throw new IllegalStateException("a body of " + body.getClass() + " becomes whatever Gson makes of it");
    }
}
