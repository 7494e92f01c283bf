package dev.footbridge.http;

/** A function from handler to handler, for work that cuts across routes. */
@FunctionalInterface
public interface HttpFilter {

    HttpHandler around(HttpHandler next);

    /** This filter outside, {@code inner} inside. */
    default HttpFilter then(HttpFilter inner) {
        return next -> around(inner.around(next));
    }
}
