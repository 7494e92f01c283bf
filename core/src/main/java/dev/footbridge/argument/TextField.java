package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.function.Predicate;

/** A string. Lengths are counted in code points, as JSON Schema counts. Immutable and thread-safe. */
public final class TextField extends DefiniteField<String, TextField> {

    private final TextRules rules;

    TextField(Notes notes, TextRules rules) {
        super(notes);
        this.rules = rules;
        verifyDefault();
    }

    public TextField minLength(int codePoints) {
        return with(rules.withMin(codePoints));
    }

    public TextField maxLength(int codePoints) {
        return with(rules.withMax(codePoints));
    }

    /**
     * A pattern that must be found somewhere in the text; anchor it with {@code ^} and {@code $} to match the whole.
     *
     * <p>The core has no engine of its own for it, because the one of the JDK can be made to run for hours by the text
     * it is given. Pass one that runs in linear time, such as RE2J: {@code text -> PATTERN.matcher(text).find()}.
     *
     * @param regex what is published, in the dialect of ECMA-262
     * @param found says the same as the pattern and is thread-safe
     */
    public TextField pattern(String regex, Predicate<String> found) {
        return with(rules.withPattern(new TextRules.Pattern(regex, found)));
    }

    /** A well-known format, which is published and checked. */
    public TextField format(TextFormat format) {
        return with(rules.withFormat(format));
    }

    /** Mirrors the value in the header {@code Mcp-Param-<name>}; never do that to a secret. */
    public TextField header(String name) {
        return with(notes().withHeader(name));
    }

    private TextField with(TextRules changed) {
        return new TextField(notes(), changed);
    }

    @Override
    TextField with(Notes changed) {
        return new TextField(changed, rules);
    }

    @Override
    JsonObject rules() {
        return rules.schema();
    }

    @Override
    void examine(Json value, String path, Findings findings) {
        if (value instanceof JsonString text) {
            rules.examine(text.value(), path, findings);
        } else {
            findings.add(path, expectation());
        }
    }

    @Override
    String parse(Json value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw unchecked();
    }

    @Override
    Json write(String value) {
        return Json.of(value);
    }

    @Override
    String expectation() {
        return "must be a string";
    }

    @Override
    boolean flat() {
        return rules.format() == null || rules.format().allowedInForms();
    }
}
