package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a text must look like. */
record TextRules(
        int min,
        @Nullable Integer max,
        @Nullable Pattern pattern,
        @Nullable TextFormat format) {

    record Pattern(String regex, Predicate<String> found) {}

    static final TextRules NONE = new TextRules(0, null, null, null);

    TextRules {
        if (min < 0 || (max != null && max < min)) {
            throw new IllegalArgumentException("lengths must hold 0 <= minLength <= maxLength");
        }
    }

    TextRules withMin(int codePoints) {
        return new TextRules(codePoints, max, pattern, format);
    }

    TextRules withMax(int codePoints) {
        return new TextRules(min, codePoints, pattern, format);
    }

    TextRules withPattern(Pattern changed) {
        return new TextRules(min, max, changed, format);
    }

    TextRules withFormat(TextFormat changed) {
        return new TextRules(min, max, pattern, changed);
    }

    JsonObject schema() {
        return JsonObject.builder()
                .put("type", "string")
                .putIfPresent("minLength", min == 0 ? null : Json.of(min))
                .putIfPresent("maxLength", max == null ? null : Json.of(max))
                .putIfPresent("pattern", pattern == null ? null : pattern.regex())
                .putIfPresent("format", format == null ? null : format.keyword())
                .build();
    }

    void examine(String text, String path, Findings findings) {
        int length = text.codePointCount(0, text.length());
        if (length < min) {
            findings.add(path, "must be at least " + Counted.characters(min) + " long");
        }
        if (max != null && length > max) {
            findings.add(path, "must be at most " + Counted.characters(max) + " long");
            return;
        }
        if (pattern != null && !pattern.found().test(text)) {
            findings.add(path, "must match the pattern " + pattern.regex());
        }
        if (format != null && !format.fits(text)) {
            findings.add(path, format.expectation());
        }
    }
}
