package dev.footbridge.testkit.author;

import dev.footbridge.argument.Problem;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.testkit.JsonPattern;
import dev.footbridge.testkit.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about an {@link Outcome}. One that fails says what was expected, what was found, and what went over the
 * wire; what the tool threw is its cause. Expected JSON is compared as JSON and may be a {@link JsonPattern}:
 * {@code {"id":"A1","${more}":0}}.
 */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

    private static final String PROBLEM = "- ";

    OutcomeAssert(Outcome actual) {
        super(actual, OutcomeAssert.class);
    }

    /** There is a complete result, and it is no tool's failure. */
    public OutcomeAssert succeeded() {
        boolean succeeded = actual.result().isPresent() && !actual.failed() && !actual.inputRequired();
        return check(succeeded, "a result", found());
    }

    /** The tool's result says that it failed, in a text that holds this one. */
    public OutcomeAssert failedWith(String text) {
        boolean failed = actual.failed() && actual.text().contains(text);
        return check(failed, "a failed tool that says '" + text + "'", found());
    }

    /** The answer is an error of this code, as a client of the revision sees it. */
    public OutcomeAssert refusedWith(ErrorCode code) {
        return refusedWith(code, "");
    }

    /** As {@link #refusedWith(ErrorCode)}, with a message that holds the text. */
    public OutcomeAssert refusedWith(ErrorCode code, String text) {
        boolean renamed =
                code == ErrorCode.RESOURCE_NOT_FOUND && !actual.revision().isModern();
        int number = (renamed ? ErrorCode.LEGACY_RESOURCE_NOT_FOUND : code).number();
        boolean refused = actual.error()
                .filter(error -> error.integer("code").orElse(0) == number)
                .flatMap(error -> error.string("message"))
                .filter(message -> message.contains(text))
                .isPresent();
        String expected = "error " + number + " (" + code + ")" + (text.isEmpty() ? "" : " that says '" + text + "'");
        return check(refused, expected, found());
    }

    /** Nothing came in answer: the client gave up, or the stream ended before. */
    public OutcomeAssert isUnanswered() {
        return check(actual.message().isEmpty(), "no answer", found());
    }

    public OutcomeAssert hasStatus(int status) {
        return check(actual.status() == status, "status " + status, "status " + actual.status());
    }

    public OutcomeAssert hasHeader(String name, String value) {
        List<String> all = actual.headers().all(name);
        return check(all.contains(value), "header " + name + ": " + value, all.isEmpty() ? "none" : all.toString());
    }

    public OutcomeAssert cameAsJson() {
        return check(!actual.streamed(), "one JSON body", "an event stream");
    }

    public OutcomeAssert cameAsStream() {
        return check(actual.streamed(), "an event stream", "one body");
    }

    /** The whole {@linkplain Outcome#text() text} is this one. */
    public OutcomeAssert hasText(String text) {
        return check(actual.text().equals(text), "the text '" + text + "'", found());
    }

    public OutcomeAssert containsText(String part) {
        return check(actual.text().contains(part), "a text that holds '" + part + "'", found());
    }

    /** The tool's value for programs. */
    public OutcomeAssert hasStructured(String json) {
        return matches("structured content", json, actual.structured());
    }

    /** The whole result. */
    public OutcomeAssert hasResult(String json) {
        return matches("the result", json, actual.result());
    }

    /** Exactly these reports, in this order. */
    public OutcomeAssert reported(Progress... reports) {
        List<Progress> expected = List.of(reports);
        return check(actual.progress().equals(expected), "progress " + expected, "progress " + actual.progress());
    }

    /** Some log line has this level and holds this text. */
    public OutcomeAssert logged(LogLevel level, String text) {
        boolean logged = actual.log().stream()
                .anyMatch(line -> line.level() == level && said(line.data()).contains(text));
        return check(logged, level + " line that holds '" + text + "'", "log " + actual.log());
    }

    /**
     * These questions were asked, maybe among others.
     *
     * @param keysOrMessages the keys the tool gave them, or parts of their messages; before 2026-07-28 no key is sent
     */
    public OutcomeAssert asked(String... keysOrMessages) {
        List<String> missing = Arrays.stream(keysOrMessages)
                .filter(name -> actual.questions().stream().noneMatch(question -> question.isCalled(name)))
                .toList();
        return check(missing.isEmpty(), "questions " + missing, "questions " + actual.questions());
    }

    public OutcomeAssert askedNothing() {
        return check(actual.questions().isEmpty(), "no questions", "questions " + actual.questions());
    }

    /**
     * The arguments were refused, for a value at this JSON Pointer among others, with a message that holds the text.
     */
    public OutcomeAssert hasProblem(String pointer, String text) {
        boolean there = problems().stream()
                .anyMatch(problem ->
                        problem.path().equals(pointer) && problem.message().contains(text));
        return check(there, "a problem at " + pointer + " that says '" + text + "'", "problems " + problems());
    }

    /** The list holds exactly these names, in any order. */
    public OutcomeAssert lists(String... names) {
        List<String> expected = Arrays.stream(names).sorted().toList();
        List<String> listed = actual.names().stream().sorted().toList();
        return check(listed.equals(expected), "a list of " + expected, "a list of " + listed);
    }

    /** The completion proposes exactly these values, in this order. */
    public OutcomeAssert proposes(String... values) {
        List<String> expected = List.of(values);
        return check(actual.proposals().equals(expected), "proposals " + expected, "proposals " + actual.proposals());
    }

    private OutcomeAssert matches(String what, String json, Optional<? extends Json> value) {
        Optional<String> differs = JsonMatch.differs(json, value.orElse(null));
        return check(differs.isEmpty(), what + " " + json, differs.orElse(""));
    }

    private List<Problem> problems() {
        String text = actual.error().flatMap(error -> error.string("message")).orElseGet(actual::text);
        List<Problem> problems = new ArrayList<>();
        for (String line : text.lines().filter(line -> line.startsWith(PROBLEM)).toList()) {
            String[] parts = line.substring(PROBLEM.length()).split(": ", 2);
            boolean placed = parts.length == 2 && parts[0].startsWith("/");
            problems.add(placed ? new Problem(parts[0], parts[1]) : new Problem("", line.substring(PROBLEM.length())));
        }
        return problems;
    }

    private String found() {
        if (actual.message().isEmpty()) {
            return "no answer, status " + actual.status();
        }
        if (actual.error().isPresent()) {
            return "error " + JsonText.text(actual.error().get()) + ", status " + actual.status();
        }
        if (actual.inputRequired()) {
            return "open questions " + actual.questions() + ": let the tester answer them with answering(...)";
        }
        return actual.failed()
                ? "a failed tool that says '" + actual.text() + "'"
                : "result " + JsonText.text(actual.result().orElse(JsonObject.EMPTY));
    }

    private static String said(Json data) {
        return data instanceof JsonString text ? text.value() : JsonText.text(data);
    }

    private OutcomeAssert check(boolean holds, String expected, String found) {
        isNotNull();
        if (holds) {
            return this;
        }
        StringBuilder said = new StringBuilder("\nexpected: " + expected + "\n   found: " + found);
        actual.serverLog().forEach(line -> said.append("\n  server: ").append(line));
        AssertionError failure = failure("%s", said + "\n\n" + actual.conversation());
        actual.serverLog().stream()
                .flatMap(line -> line.cause().stream())
                .reduce((earlier, later) -> later)
                .ifPresent(failure::initCause);
        throw failure;
    }
}
