package dev.footbridge.local;

import dev.footbridge.http.Headers;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Lines of a head as RFC 9112 §3 and §5 spell them, where the library's own parser takes any number of blanks where one
 * belongs, and any characters in the name of a field. Stateless and thread-safe.
 */
final class StrictLines extends BasicLineParser {

    @Override
    public RequestLine parseRequestLine(CharArrayBuffer line) throws ParseException {
        String[] parts = line.toString().split(" ", -1);
        if (parts.length != 3 || !Headers.isToken(parts[0]) || !isTarget(parts[1]) || !isVersion(parts[2])) {
            throw new ParseException("not a request line");
        }
        return new RequestLine(parts[0], parts[1], HttpVersion.get(parts[2].charAt(5) - '0', parts[2].charAt(7) - '0'));
    }

    @Override
    public Header parseHeader(CharArrayBuffer line) throws ParseException {
        int colon = line.indexOf(':');
        if (!isField(line, colon)) {
            throw new ParseException("not a header field");
        }
        return new BasicHeader(line.substring(0, colon), line.substringTrimmed(colon + 1, line.length()));
    }

    /** @param colon where the first one is; negative for a line without */
    static boolean isField(CharSequence line, int colon) {
        return colon > 0 && Headers.isToken(line, colon);
    }

    /** A fragment is the client's own (RFC 9110 §7.1). */
    private static boolean isTarget(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                return false;
            }
        }
        return !target.isEmpty();
    }

    /** A digit, a point and a digit behind the name of the protocol (RFC 9112 §2.3). */
    private static boolean isVersion(String text) {
        return text.length() == 8
                && text.startsWith("HTTP/")
                && isDigit(text.charAt(5))
                && text.charAt(6) == '.'
                && isDigit(text.charAt(7));
    }

    static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
