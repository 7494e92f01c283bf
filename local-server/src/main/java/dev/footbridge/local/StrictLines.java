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
        int method = line.indexOf(' ');
        int target = line.indexOf(' ', method + 1, line.length());
        if (method < 0 || target < 0) {
            throw notARequest();
        }
        return requestLine(
                line.substring(0, method),
                line.substring(method + 1, target),
                line.substring(target + 1, line.length()));
    }

    private static RequestLine requestLine(String method, String target, String version) throws ParseException {
        if (!Headers.isToken(method) || !isTarget(target) || !isVersion(version)) {
            throw notARequest();
        }
        return new RequestLine(method, target, HttpVersion.get(version.charAt(5) - '0', version.charAt(7) - '0'));
    }

    private static ParseException notARequest() {
        return new ParseException("not a request line");
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
