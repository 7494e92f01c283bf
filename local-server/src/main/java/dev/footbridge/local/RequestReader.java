package dev.footbridge.local;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequestFactory;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NotImplementedException;
import org.apache.hc.core5.http.RequestHeaderFieldsTooLargeException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Reads one request after the other off a connection, within their limits. The parser is that of Apache HttpComponents;
 * {@link StrictBytes}, {@link StrictLines} and {@link RequestHead} refuse what it would take although it could be read
 * in two ways. Used by one thread at a time.
 */
final class RequestReader {

    /** Far more than clients send; many small ones cost more than their bytes. */
    private static final int MAX_FIELDS = 64;

    /** The library refuses when it has as many fields as this says. */
    private static final Http1Config CONFIG =
            Http1Config.custom().setMaxHeaderCount(MAX_FIELDS + 1).build();

    private static final Duration FOR_THE_ANSWER = Duration.ofSeconds(1);
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** The library hands a stream on to the buffer, and ours reads from its own socket. */
    private static final InputStream NONE = InputStream.nullInputStream();

    private final ClientSocket socket;
    private final Limits limits;
    private final BodyMemory memory;
    private final StrictBytes bytes;
    private final DefaultHttpRequestParser parser =
            new DefaultHttpRequestParser(CONFIG, new StrictLines(), new Verbatim());

    private boolean forHead;

    RequestReader(ClientSocket socket, Limits limits, BodyMemory memory) {
        this.socket = socket;
        this.limits = limits;
        this.memory = memory;
        this.bytes = new StrictBytes(socket);
    }

    /** A request that will not be read further, and the answer to it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient HttpResponse answer;

        Refused(HttpResponse answer) {
            super(null, null, false, false);
            this.answer = answer;
        }

        HttpResponse answer() {
            return answer;
        }
    }

    /** True if an answer to the request that was begun last goes out without its body (RFC 9110 §9.3.2). */
    boolean isForHead() {
        return forHead;
    }

    /** True if bytes of another request are here already. */
    boolean hasMore() {
        return bytes.length() > 0;
    }

    /** The next request's; empty if the client has closed the connection. */
    Optional<RequestHead> head() throws IOException, Refused {
        bytes.beginHead(limits.maxHeaderBytes());
        forHead = false;
        try {
            ClassicHttpRequest request = parser.parse(bytes, NONE);
            return request == null ? Optional.empty() : Optional.of(expected(RequestHead.of(request)));
        } catch (RequestHeaderFieldsTooLargeException tooMuch) {
            throw new Refused(tooMuch());
        } catch (NotImplementedException unknownCoding) {
            throw new Refused(AdapterRefusals.UNKNOWN_CODING);
        } catch (UnsupportedHttpVersionException other) {
            throw new Refused(AdapterRefusals.UNKNOWN_VERSION);
        } catch (HttpException | StrictBytes.Malformed ambiguous) {
            throw new Refused(AdapterRefusals.MALFORMED);
        }
    }

    /** The library counts the empty lines before a request as well, and says the same of too many. */
    private HttpResponse tooMuch() {
        if (!bytes.inFirstLine()) {
            return AdapterRefusals.HEADERS_TOO_LARGE;
        }
        return bytes.overlong() ? AdapterRefusals.URI_TOO_LONG : AdapterRefusals.MALFORMED;
    }

    private static RequestHead expected(RequestHead head) throws Refused {
        if (head.headers().has("expect") && !head.http10() && !head.expectsContinue()) {
            throw new Refused(AdapterRefusals.UNKNOWN_EXPECTATION);
        }
        return head;
    }

    /** The body of the request whose head was read last, whole and without its coding. */
    Bytes body(RequestHead head) throws IOException, Refused {
        if (head.length() == 0) {
            return Bytes.EMPTY;
        }
        if (head.length() > limits.maxBodyBytes()) {
            throw new Refused(AdapterRefusals.TOO_LARGE);
        }
        if (bytes.length() == 0 && head.expectsContinue()) {
            socket.write(CONTINUE);
        }
        bytes.beginBody(
                limits.maxHeaderBytes(), System.nanoTime() + limits.bodyTime().toNanos());
        // Under TLS a read may go on for as long as bytes come that are no body yet: then there is no answer either.
        socket.endAfter(limits.bodyTime().plus(FOR_THE_ANSWER));
        try {
            return decoded(head);
        } catch (BodyMemory.Full others) {
            throw new Refused(AdapterRefusals.NO_MEMORY);
        } catch (SocketTimeoutException slow) {
            throw new Refused(AdapterRefusals.TIMED_OUT);
        } catch (EOFException | ConnectionClosedException | TruncatedChunkException end) {
            throw new Refused(AdapterRefusals.CUT_OFF);
        } catch (MessageConstraintException tooLong) {
            throw new Refused(AdapterRefusals.HEADERS_TOO_LARGE);
        } catch (MalformedChunkCodingException | StrictBytes.Malformed ambiguous) {
            throw new Refused(AdapterRefusals.MALFORMED);
        }
    }

    private Bytes decoded(RequestHead head) throws IOException, Refused, BodyMemory.Full {
        int most = limits.maxBodyBytes();
        byte[] body = head.chunked()
                ? memory.read(new ChunkedInputStream(bytes, NONE, CONFIG), most + 1)
                : memory.read(new ContentLengthInputStream(bytes, NONE, head.length()), (int) head.length());
        if (body.length > most) {
            throw new Refused(AdapterRefusals.TOO_LARGE);
        }
        return Bytes.of(body);
    }

    /** Leaves targets as they are, where the library would take them apart. */
    private final class Verbatim implements HttpRequestFactory<ClassicHttpRequest> {

        @Override
        public ClassicHttpRequest newHttpRequest(String method, String target) {
            forHead = "HEAD".equals(method);
            return new BasicClassicHttpRequest(method, (HttpHost) null, target);
        }

        @Override
        public ClassicHttpRequest newHttpRequest(String method, URI target) {
            return newHttpRequest(method, target.toString());
        }
    }
}
