package dev.footbridge.azure.storage;

import dev.footbridge.json.JsonObject;

/**
 * What Table storage answered.
 *
 * @param error its code, such as {@code TableNotFound}; empty if it did what was asked
 * @param etag of the entity that was read or written; empty if it says none
 * @param next where a list goes on, as a query; empty at its end
 */
public record StorageAnswer(int status, String error, String etag, String next, JsonObject body) {

    private static final int MOST = 200;

    public boolean isDone() {
        return error.isEmpty();
    }

    /** What the service says about its error, in one line; for the operator. */
    public String message() {
        String text = body.object("odata.error")
                .flatMap(error -> error.object("message"))
                .flatMap(message -> message.string("value"))
                .orElse("it says no more");
        int line = text.indexOf('\n');
        String first = line < 0 ? text : text.substring(0, line);
        return first.length() > MOST ? first.substring(0, MOST) : first;
    }
}
