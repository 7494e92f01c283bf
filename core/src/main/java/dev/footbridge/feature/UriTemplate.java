package dev.footbridge.feature;

import java.util.Map;
import java.util.Optional;

/** An RFC 6570 template, matched against URIs. (To be completed.) */
public record UriTemplate(String text) {

    public static UriTemplate parse(String text) {
        return new UriTemplate(text);
    }

    public Optional<Map<String, String>> match(String uri) {
        throw new UnsupportedOperationException(uri);
    }
}
