package dev.footbridge.azure.trigger;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;

/** What the host passed on. */
public sealed interface Incoming permits Incoming.Asked, Incoming.Refused {

    /** A request for the server. */
    record Asked(HttpRequest request) implements Incoming {}

    /** A request that no server need see. */
    record Refused(HttpResponse answer) implements Incoming {}
}
