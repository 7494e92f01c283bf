package dev.footbridge.azure.program;

import com.microsoft.azure.functions.HttpMethod;
import dev.footbridge.azure.trigger.TriggerMessage;
import dev.footbridge.function.program.TrialFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as text: {@code METHOD PATH}, header fields, an empty line, the body. */
final class RequestFile {

    private static final String HOST = "example.azurewebsites.net";

    private RequestFile() {}

    /**
     * The request as the host would pass it on, which drops a body that is sent in chunks.
     *
     * @throws TrialFailure if the text is no request
     */
    static TriggerMessage read(byte[] file) throws TrialFailure {
        String text = new String(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        int gap = text.indexOf("\n\n");
        String[] head = (gap < 0 ? text.stripTrailing() : text.substring(0, gap)).split("\n", -1);
        String body = gap < 0 ? "" : text.substring(gap + 2).stripTrailing();
        String[] line = head[0].split(" ", -1);
        if (line.length < 2 || !line[1].startsWith("/")) {
            throw TrialFailure.usage("the first line of a request is METHOD PATH, such as POST /mcp");
        }
        Map<String, String> headers = headers(head);
        headers.putIfAbsent("host", HOST);
        if (headers.containsKey("transfer-encoding")) {
            body = "";
        } else if (!body.isEmpty()) {
            headers.put("content-length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
        }
        return new TriggerMessage(method(line[0]), address(line[1]), headers, body);
    }

    private static HttpMethod method(String name) throws TrialFailure {
        Optional<HttpMethod> known = Arrays.stream(HttpMethod.values())
                .filter(method -> method.name().equals(name))
                .findFirst();
        return known.orElseThrow(() -> TrialFailure.usage(name + " is no method of HTTP"));
    }

    private static URI address(String path) throws TrialFailure {
        try {
            return URI.create("https://" + HOST + path);
        } catch (IllegalArgumentException foreign) {
            throw TrialFailure.usage(path + " is no path");
        }
    }

    private static Map<String, String> headers(String[] head) throws TrialFailure {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : head) {
            if (line.equals(head[0])) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw TrialFailure.usage("'" + line + "' is no header field");
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (before, after) -> before + "," + after);
        }
        return headers;
    }
}
