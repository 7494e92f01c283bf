package dev.footbridge.azure.trigger;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the worker would make one, without a worker. Immutable.
 *
 * @param sent header fields under lower-case names
 * @param text the body; empty for none
 */
public record TriggerMessage(HttpMethod method, URI address, Map<String, String> sent, String text)
        implements HttpRequestMessage<Optional<String>> {

    public TriggerMessage {
        sent = Map.copyOf(sent);
    }

    @Override
    public URI getUri() {
        return address;
    }

    @Override
    public HttpMethod getHttpMethod() {
        return method;
    }

    @Override
    public Map<String, String> getHeaders() {
        return sent;
    }

    /** Nobody here asks for them: the query is read from the address. */
    @Override
    public Map<String, String> getQueryParameters() {
        return Map.of();
    }

    @Override
    public Optional<String> getBody() {
        return Optional.of(text).filter(body -> !body.isEmpty());
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return new TriggerAnswer().status(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new TriggerAnswer().status(status);
    }
}
