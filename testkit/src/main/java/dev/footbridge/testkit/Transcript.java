package dev.footbridge.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation with a server as data: what the client sends, and exactly what must come back. Immutable.
 *
 * <p>The text form, line by line:
 *
 * <pre>{@code
 * # HH-02: the first line names the checklist id or the bug it guards, and the fact it proves
 * server: paged                    which server, from the runner's own list; "plain" if not said
 * client: 2025-11-25               who speaks: a revision, or "none" for messages sent just as written; 2026-07-28 if not said
 * capabilities: {"roots":{}}       what the client declares; {} if not said
 * only: http                       leaves line channels out, though nothing below needs HTTP; "line" leaves HTTP
 *                                  out, "socket" is for what adapters themselves do
 *
 * > 1 tools/list {"cursor":"x"}    a request: id, method, params; the envelope of the client's revision is added
 * > - notifications/cancelled {}   a notification
 * > reply 7 {"roots":[]}           an answer to a request of the server
 * > raw [1,                        exactly these characters as a body or a line
 * > bytes 7bff                     a body of these bytes
 * > GET /mcp                       any HTTP request, with no headers but Host
 * > mcp-method: TOOLS/LIST         under one of the above: sets a header; "-" alone takes it away
 * > + mcp-method: a                adds one more header of that name
 * > body {"a":1}                   under an HTTP request: its body
 * >a close                         the client of response "a" goes away
 * < 400                            the status, or "4xx"; not looked at on line channels
 * < allow: POST                    a header; "-" alone if it must not be there
 * < json                           or "stream", or "empty": the kind of response
 * < {"id":1,"error":"${any}"}      the next message, see JsonPattern; "jsonrpc" is understood
 * < plain {"id":1}                 the same, of an event without id and name
 * < unprimed {"id":1}              the same, of an event that no priming event stands before
 * < ignore                         whatever else there is
 * < prime                          the next event has an id and no data
 * < event endpoint TEXT            the next event has this name and this text
 * < end                            the response is over; understood for responses without a label
 * ! clock PT31M                    moves the server's clock
 * }</pre>
 *
 * <p>A label joined to the arrow ({@code >a}, {@code <a}) keeps several responses apart. {@code ${save:name}} in an
 * expected value keeps it; {@code ${name}} in a later line is replaced by it, {@code ${json:name}} by its JSON text.
 *
 * @param name the file's name, for reports
 * @param guards the opening comment
 */
public record Transcript(String name, String guards, Map<String, String> settings, List<Step> steps) {

    private static final Pattern SETTING = Pattern.compile("(server|client|capabilities|only): *(.+)");
    private static final Pattern LINE = Pattern.compile("([<>!])(\\w*) ?(.*)");

    public Transcript {
        settings = Map.copyOf(settings);
        steps = List.copyOf(steps);
    }

    /** One thing to do or to see. */
    public sealed interface Step permits Send, Expect, Command {
        int line();
    }

    /** The client sends; {@code text} is the first line, {@code more} the lines under it. */
    public record Send(int line, String label, String text, List<String> more) implements Step {}

    /** The server must have sent this. */
    public record Expect(int line, String label, String text) implements Step {}

    /** Something happens around the server. */
    public record Command(int line, String text) implements Step {}

    /** @throws IllegalArgumentException if the text is not a transcript */
    public static Transcript parse(String name, String text) {
        return new Parser(name).parse(text.lines().toList());
    }

    public String setting(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    /** True if some line only makes sense over HTTP. */
    public boolean needsHttp() {
        return setting("only", "line").matches("http|socket") || steps.stream().anyMatch(Transcript::isHttp);
    }

    private static boolean isHttp(Step step) {
        if (step instanceof Send send) {
            return send.text().matches("[A-Z]+ /.*|bytes .*|close")
                    || !send.more().isEmpty();
        }
        return step instanceof Expect expect
                && expect.text().matches("json|stream|prime|(plain|unprimed) .*|event .*|[a-z-]+: ?.*");
    }

    boolean hasLabels() {
        return steps.stream()
                .anyMatch(step -> step instanceof Send send && !send.label().isEmpty());
    }

    private static final class Parser {
        private final String name;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final List<Step> steps = new ArrayList<>();
        private boolean joinable;

        private Parser(String name) {
            this.name = name;
        }

        private Transcript parse(List<String> lines) {
            if (lines.isEmpty() || !lines.get(0).matches("# \\S+:? .*")) {
                throw new IllegalArgumentException(name + " must open with the checklist id it guards");
            }
            for (int i = 0; i < lines.size(); i++) {
                take(i + 1, lines.get(i).strip());
            }
            return new Transcript(name, lines.get(0).substring(2), settings, steps);
        }

        private void take(int number, String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                joinable = false;
                return;
            }
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                settings.put(setting.group(1), setting.group(2));
                return;
            }
            Matcher step = LINE.matcher(line);
            if (!step.matches()) {
                throw new IllegalArgumentException(name + ":" + number + " is no line of a transcript");
            }
            steps.add(step(number, step.group(1), step.group(2), step.group(3)));
        }

        private Step step(int number, String arrow, String label, String text) {
            if (arrow.equals("!")) {
                return new Command(number, text);
            }
            if (arrow.equals("<")) {
                joinable = false;
                return new Expect(number, label, text);
            }
            if (joinable && text.matches("body .*|(\\+ )?[A-Za-z0-9-]+:.*")) {
                Send head = (Send) steps.remove(steps.size() - 1);
                List<String> more = new ArrayList<>(head.more());
                more.add(text);
                return new Send(head.line(), head.label(), head.text(), List.copyOf(more));
            }
            joinable = true;
            return new Send(number, label, text, List.of());
        }
    }
}
