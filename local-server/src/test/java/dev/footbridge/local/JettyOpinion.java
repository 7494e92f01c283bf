package dev.footbridge.local;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** What Jetty's parser, which shares no code with ours, finds in some bytes. */
final class JettyOpinion implements HttpParser.RequestHandler {

    /** One request, as both parsers can tell it. The target is a path, a question mark and a query. */
    record Found(String method, String target, Map<String, List<String>> fields, String body) {
        Found {
            fields = new TreeMap<>(fields);
            // Jetty writes addresses and ports of hosts anew, without zeros where it can.
            fields.computeIfPresent(
                    "host",
                    (name, hosts) -> List.of(ZERO_OR_COLON.matcher(hosts.get(0)).replaceAll("")));
        }
    }

    private static final Pattern ZERO_OR_COLON = Pattern.compile("[0:]");
    private static final Pattern AUTHORITY = Pattern.compile("^[^/]*://[^/?#]*");

    private final List<Found> found = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String method = "";
    private String target = "";
    private Map<String, List<String>> fields = Map.of();
    private boolean complete;
    private int refused;

    static JettyOpinion of(byte[] bytes, int maxHeaderBytes) {
        JettyOpinion opinion = new JettyOpinion();
        // It knows more of addresses in brackets than matters here.
        HttpCompliance anyHost = HttpCompliance.RFC9110.with("any host", HttpCompliance.Violation.UNSAFE_HOST_HEADER);
        HttpParser parser = new HttpParser(opinion, maxHeaderBytes, anyHost);
        parser.setHeaderCacheSize(0);
        parser.setHeaderCacheCaseSensitive(true);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        do {
            opinion.complete = false;
            parser.reset();
            parser.parseNext(rest);
        } while (opinion.complete && rest.hasRemaining());
        return opinion;
    }

    List<Found> found() {
        return found;
    }

    /** The status it answers with what comes behind these; 0 if nothing is wrong with it. */
    int refused() {
        return refused;
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
        this.method = method;
        this.target = uri;
        fields = new LinkedHashMap<>();
        body.reset();
    }

    @Override
    public void parsedHeader(HttpField field) {
        fields.computeIfAbsent(field.getLowerCaseName(), unused -> new ArrayList<>())
                .add(Objects.requireNonNullElse(field.getValue(), ""));
    }

    @Override
    public boolean headerComplete() {
        return false;
    }

    @Override
    public boolean content(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        body.writeBytes(bytes);
        return false;
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public boolean messageComplete() {
        found.add(new Found(method, parted(target), fields, body.toString(StandardCharsets.ISO_8859_1)));
        complete = true;
        return true;
    }

    @Override
    public void badMessage(HttpException failure) {
        refused = failure.getCode();
    }

    @Override
    public void earlyEOF() {
        refused = 400;
    }

    private static String parted(String target) {
        Matcher absolute = AUTHORITY.matcher(target);
        String origin = target;
        if (absolute.find()) {
            String path = target.substring(absolute.end());
            origin = path.startsWith("/") ? path : "/" + path;
        }
        return origin.contains("?") ? origin : origin + "?";
    }
}
