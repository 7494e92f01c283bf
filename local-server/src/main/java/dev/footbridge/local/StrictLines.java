package dev.footbridge.local;

import dev.footbridge.http.Headers;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Lines of a head as RFC 9112 §3 and §5 spell them. The library's parser is content with less: blanks where there must
 * be one, and names of fields out of any characters. Stateless and thread-safe.
 */
final class StrictLines extends BasicLineParser {

    @Override
    public RequestLine parseRequestLine(CharArrayBuffer line) throws ParseException {
        RequestLine parsed = super.parseRequestLine(line);
        String again = parsed.getMethod() + " " + parsed.getUri() + " " + parsed.getProtocolVersion();
        if (!Headers.isToken(parsed.getMethod())
                || !isVisible(parsed.getUri())
                || !line.toString().equals(again)) {
            throw new ParseException("not a request line");
        }
        return parsed;
    }

    @Override
    public Header parseHeader(CharArrayBuffer line) throws ParseException {
        int colon = line.indexOf(':');
        if (colon < 0 || !Headers.isToken(line.substring(0, colon))) {
            throw new ParseException("not a header field");
        }
        return super.parseHeader(line);
    }

    private static boolean isVisible(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
