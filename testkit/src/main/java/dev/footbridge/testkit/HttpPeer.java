package dev.footbridge.testkit;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way to send HTTP requests to a server under test. */
public interface HttpPeer extends AutoCloseable {

    /** Sends a request and returns once the status and the headers of the response are there. */
    Response send(Request request);

    @Override
    void close();

    /**
     * A request.
     *
     * @param target path and query, as on the request line
     * @param headers in order, a name may repeat; without {@code Host} and {@code Content-Length}, which the peer adds
     *     unless they are given
     */
    record Request(String method, String target, List<Map.Entry<String, String>> headers, Bytes body) {

        public Request {
            headers = List.copyOf(headers);
        }
    }

    /** A response that may still be arriving. Closing it is what a client does that goes away. */
    interface Response extends AutoCloseable {

        int status();

        Headers headers();

        /** The next event, or the whole body of another kind of response; empty at its end. */
        Optional<Item> next(Duration patience);

        @Override
        void close();
    }

    /** An event of a stream; a whole body is one without id and name. */
    record Item(Optional<String> id, Optional<String> name, String data) {

        static Item of(String data) {
            return new Item(Optional.empty(), Optional.empty(), data);
        }
    }
}
