package dev.footbridge.aws.sigv4;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * An {@link HttpClient} for agents in Java: it signs each request and lets another client send it, to servers behind
 * function URLs (service {@code lambda}) and API Gateway ({@code execute-api}) that ask for IAM. Bodies are held in
 * memory, because their hash is signed. A client that follows redirects would send the signature elsewhere, so it is
 * refused. No server loads this class. Thread-safe if the other client is.
 */
public final class SigV4HttpClient extends HttpClient {

    private static final String CONTENT_TYPE = "Content-Type";

    private final HttpClient client;
    private final SigV4Signer signer;
    private final CredentialSource credentials;
    private final InstantSource clock;

    /** @throws IllegalArgumentException if the client follows redirects */
    public SigV4HttpClient(HttpClient client, SigV4Signer signer, CredentialSource credentials, InstantSource clock) {
        if (client.followRedirects() != Redirect.NEVER) {
            throw new IllegalArgumentException("a client of signed requests must not follow redirects");
        }
        this.client = client;
        this.signer = signer;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return client.send(signed(request), handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return client.sendAsync(signed(request), handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return client.sendAsync(signed(request), handler, pushes);
    }

    /** A request has one signature, so what looks like another is left out. */
    private HttpRequest signed(HttpRequest request) {
        byte[] body = request.bodyPublisher().map(PublishedBody::of).orElse(new byte[0]);
        Map<String, String> stable = new HashMap<>();
        request.headers().firstValue(CONTENT_TYPE).ifPresent(type -> stable.put(CONTENT_TYPE, type));
        Map<String, String> added =
                signer.sign(request.method(), request.uri(), stable, body, credentials.get(), clock.instant());
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        request, (name, value) -> added.keySet().stream().noneMatch(name::equalsIgnoreCase))
                .method(
                        request.method(),
                        request.bodyPublisher().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        added.forEach(builder::setHeader);
        return builder.build();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
