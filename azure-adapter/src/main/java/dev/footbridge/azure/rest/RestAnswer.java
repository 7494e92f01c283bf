package dev.footbridge.azure.rest;

import java.util.Locale;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by their names in lower case
 */
public record RestAnswer(int status, Map<String, String> headers, String text) {

    public RestAnswer {
        headers = Map.copyOf(headers);
    }

    /** Empty if there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
