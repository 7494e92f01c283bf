package dev.footbridge.outbound;

import dev.footbridge.http.Network;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * HTTP to other systems, for tools whose arguments say where to go: to named hosts, over https, at public addresses,
 * for a bounded time and a bounded answer. Redirects are followed on the same host only, by GET and HEAD. Thread-safe.
 *
 * <pre>{@code
 * OutboundClient client = OutboundClient.to("api.example.com").build();
 * OutboundResponse answer = client.send(OutboundRequest.get("https://api.example.com/orders/7")
 *         .bearer(call.secrets().get("orders-api-key")));
 * }</pre>
 *
 * <p>Over https the address is looked at when it is connected to, so a name that means something else at the second
 * look (DNS rebinding) gains nothing. Over plain http it is looked at just before. Proxies are not used.
 */
public final class OutboundClient {

    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Hosts hosts;
    private final Addresses addresses;
    private final GuardedSockets sockets;
    private final Answers answers;

    private OutboundClient(Builder builder) {
        this.hosts = new Hosts(builder.hosts, builder.plain);
        this.addresses = new Addresses(builder.besides);
        this.sockets = new GuardedSockets(addresses, builder.tls);
        this.answers = new Answers(builder.step, builder.whole, builder.maxBytes);
    }

    /** @param hosts such as {@code api.example.com}, {@code *.example.com}, with a port if it is not the usual one */
    public static Builder to(String... hosts) {
        return new Builder(List.of(hosts));
    }

    /**
     * Sends the request and reads the answer, whatever its status.
     *
     * @throws OutboundRefusal if a rule forbids it
     * @throws IOException if there is no answer
     */
    public OutboundResponse send(OutboundRequest request) throws IOException {
        long start = System.nanoTime();
        OutboundRequest next = request;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpURLConnection connection = open(next);
            try {
                Optional<URI> other = redirect(next, connection, start);
                if (other.isEmpty()) {
                    return answers.read(connection, start);
                }
                next = next.at(other.get());
            } finally {
                connection.disconnect();
            }
        }
        throw new OutboundRefusal("more than " + MOST_REDIRECTS + " redirects");
    }

    private HttpURLConnection open(OutboundRequest request) throws IOException {
        Optional<String> problem = hosts.problem(request.uri());
        if (problem.isPresent()) {
            throw new OutboundRefusal(problem.get());
        }
        HttpURLConnection connection = (HttpURLConnection) request.uri().toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(sockets);
        } else {
            checkNow(request.uri().getHost());
        }
        connection.setRequestMethod(request.method());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        // The one of the process could be asked for a password, and would give it.
        connection.setAuthenticator(new Authenticator() {});
        connection.setConnectTimeout((int) answers.step().toMillis());
        connection.setReadTimeout((int) answers.step().toMillis());
        request.headers().forEach(connection::setRequestProperty);
        request.secrets().forEach((name, value) -> connection.setRequestProperty(name, value.revealText()));
        return connection;
    }

    /** Java's sockets for plain http cannot be replaced. */
    private void checkNow(String host) throws IOException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!addresses.allow(address)) {
                throw new OutboundRefusal("the host has an address that is not allowed: " + address.getHostAddress());
            }
        }
    }

    /** Sends the request; where the answer says to look instead. */
    private Optional<URI> redirect(OutboundRequest request, HttpURLConnection connection, long start)
            throws IOException {
        answers.write(request.body(), connection);
        int status = connection.getResponseCode();
        String location = connection.getHeaderField("Location");
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (!REDIRECTS.contains(status) || location == null || !reads) {
            return Optional.empty();
        }
        answers.checkTime(start);
        URI from = request.uri();
        URI other = resolved(from, location);
        boolean sameHost = from.getScheme().equalsIgnoreCase(String.valueOf(other.getScheme()))
                && from.getHost().equalsIgnoreCase(String.valueOf(other.getHost()))
                && from.getPort() == other.getPort();
        if (!sameHost) {
            throw new OutboundRefusal("redirects to another host are not followed");
        }
        return Optional.of(other);
    }

    private static URI resolved(URI from, String location) throws OutboundRefusal {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException malformed) {
            throw new OutboundRefusal("the address of a redirect is malformed");
        }
    }

    /** Collects what a client may do. Not thread-safe. */
    public static final class Builder {
        private final List<String> hosts;
        private List<Network> besides = List.of();
        private boolean plain;
        private Duration step = Duration.ofSeconds(5);
        private Duration whole = Duration.ofSeconds(20);
        private int maxBytes = 1 << 20;
        private SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();

        private Builder(List<String> hosts) {
            this.hosts = hosts;
        }

        /** Lets the hosts have addresses in these networks besides public ones: for systems of one's own. */
        public Builder within(Network... networks) {
            this.besides = List.of(networks);
            return this;
        }

        /** Allows http: what is sent can be read and changed on its way. */
        public Builder plainHttp() {
            this.plain = true;
            return this;
        }

        /**
         * How long connecting may take and each wait for more bytes, and all of it together, which is looked at
         * whenever bytes come.
         */
        public Builder times(Duration each, Duration together) {
            this.step = each;
            this.whole = together;
            return this;
        }

        /** The longest answer. */
        public Builder maxBytes(int most) {
            this.maxBytes = most;
            return this;
        }

        /** Whose certificates are trusted, and with which this client proves who it is. */
        public Builder tls(SSLSocketFactory factory) {
            this.tls = factory;
            return this;
        }

        /** @throws IllegalArgumentException if a host is not written as one, or a limit is not above zero */
        public OutboundClient build() {
            return new OutboundClient(this);
        }
    }
}
