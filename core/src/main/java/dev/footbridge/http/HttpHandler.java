package dev.footbridge.http;

/** A function from request to response. Thread-safe; never throws. */
@FunctionalInterface
public interface HttpHandler {

    HttpResponse handle(HttpRequest request);
}
