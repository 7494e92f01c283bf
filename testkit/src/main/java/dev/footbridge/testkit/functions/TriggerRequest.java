package dev.footbridge.testkit.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a function gets it: names of headers in lower case, values of one name in one text with commas between,
 * empty values too; parameters of the query without empty ones. The body is text, made by {@link BodyText}. A body
 * whose length the head does not say is not there. Immutable.
 */
final class TriggerRequest implements HttpRequestMessage<Optional<String>> {

    private final HostRequest asked;
    private final Map<String, String> headers;

    TriggerRequest(HostRequest asked) {
        this.asked = asked;
        Map<String, String> joined = new LinkedHashMap<>();
        asked.headers().forEach((name, values) -> joined.put(name, String.join(",", values)));
        this.headers = Map.copyOf(joined);
    }

    @Override
    public URI getUri() {
        String query = asked.query().isEmpty() ? "" : "?" + asked.query();
        return URI.create(asked.header("x-forwarded-proto") + "://" + asked.header("host") + asked.path() + query);
    }

    @Override
    public HttpMethod getHttpMethod() {
        return HttpMethod.value(asked.method());
    }

    @Override
    public Map<String, String> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : asked.query().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                parameters.merge(decoded(parts[0]), decoded(parts[1]), (first, second) -> first + "," + second);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    @Override
    public Optional<String> getBody() {
        boolean measured = asked.header("content-length").matches("0*[1-9]\\d*");
        return measured ? Optional.of(BodyText.of(asked)) : Optional.empty();
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return new TriggerResponse(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new TriggerResponse(status);
    }
}
