package dev.footbridge.http;

/** A response: complete when its body is {@link Bytes}, still to be worked out when it is a {@link LateBody}. */
public record HttpResponse(int status, Headers headers, Body body) {

    public static HttpResponse empty(int status) {
        return new HttpResponse(status, Headers.NONE, Bytes.EMPTY);
    }

    public static HttpResponse json(int status, byte[] utf8) {
        return new HttpResponse(status, Headers.of("content-type", "application/json"), Bytes.of(utf8));
    }

    public static HttpResponse text(int status, String text) {
        return new HttpResponse(status, Headers.of("content-type", "text/plain; charset=utf-8"), Bytes.utf8(text));
    }

    public static HttpResponse late(LateBody body) {
        return new HttpResponse(200, Headers.NONE, body);
    }

    public HttpResponse with(String header, String value) {
        return new HttpResponse(status, headers.with(header, value), body);
    }
}
