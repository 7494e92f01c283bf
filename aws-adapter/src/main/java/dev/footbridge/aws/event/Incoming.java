package dev.footbridge.aws.event;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;

/** What came of an event. */
public sealed interface Incoming {

    /** A request. */
    record Asked(HttpRequest request) implements Incoming {}

    /** A request that the adapter refuses itself. */
    record Refused(HttpResponse answer) implements Incoming {}

    /**
     * No request in this shape.
     *
     * @param why for the log
     */
    record Foreign(String why) implements Incoming {}
}
