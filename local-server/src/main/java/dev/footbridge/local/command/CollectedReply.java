package dev.footbridge.local.command;

import dev.footbridge.http.EventStream;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a late answer in memory, whole or event by event. */
final class CollectedReply implements LateBody.Reply {

    private final List<String> events = new ArrayList<>();
    private @Nullable HttpResponse whole;

    @Override
    public void whole(HttpResponse response) {
        whole = response;
    }

    @Override
    public EventStream stream() {
        return new EventStream() {
            @Override
            public boolean send(ServerEvent event) {
                return events.add(event.data());
            }

            @Override
            public boolean keepAlive() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    /** The response, or null if events came instead. */
    @Nullable
    HttpResponse response() {
        return whole;
    }

    List<String> events() {
        return events;
    }
}
