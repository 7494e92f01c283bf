package dev.footbridge.azure.trigger;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer as the worker keeps it, without a worker: one value for each header. Not thread-safe. */
public final class TriggerAnswer implements HttpResponseMessage, HttpResponseMessage.Builder {

    private final Map<String, String> headers = new TreeMap<>();
    private HttpStatusType status = HttpStatus.OK;
    private @Nullable Object body;

    @Override
    public HttpResponseMessage.Builder status(HttpStatusType value) {
        this.status = value;
        return this;
    }

    @Override
    public HttpResponseMessage.Builder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    @Override
    public HttpResponseMessage.Builder body(Object value) {
        this.body = value;
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
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public @Nullable Object getBody() {
        return body;
    }

    /** All header fields, by name. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
