package dev.footbridge.tools.files;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.footbridge.feature.ToolFailure;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What is looked for in each line. Every kind takes time linear in the line. Thread-safe. */
@FunctionalInterface
interface Query {

    long MAX_REGEX_SIZE = 10_000;

    /** Lines of fewer characters are not worth looking at the clock. */
    int SHORT = 2000;

    /** Where something was found. */
    record Span(int start, int end) {}

    /**
     * The first place in the line, if any.
     *
     * @throws TimedText.TimeUp if that takes until {@code late} is true
     */
    Optional<Span> find(String line, BooleanSupplier late);

    static Query of(String text, boolean regex, boolean caseSensitive) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new ToolFailure("A search looks within one line: leave out the line break.");
        }
        if (regex) {
            return ofRegex(text, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
        }
        return caseSensitive ? exact(text) : anyCase(text);
    }

    private static Query exact(String text) {
        return (line, late) -> {
            int start = line.indexOf(text);
            return start < 0 ? Optional.empty() : Optional.of(new Span(start, start + text.length()));
        };
    }

    private static Query anyCase(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return (line, late) -> {
            int start = line.toLowerCase(Locale.ROOT).indexOf(wanted);
            int from = Math.min(start, line.length());
            return start < 0
                    ? Optional.empty()
                    : Optional.of(new Span(from, Math.min(start + wanted.length(), line.length())));
        };
    }

    private static Query ofRegex(String text, int flags) {
        if (RegexSize.of(text) > MAX_REGEX_SIZE) {
            throw new ToolFailure("The regular expression repeats too much: use smaller numbers in {}.");
        }
        try {
            Pattern pattern = Pattern.compile(text, flags);
            return (line, late) -> {
                Matcher matcher = pattern.matcher(line.length() < SHORT ? line : new TimedText(line, late));
                return matcher.find() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
            };
        } catch (PatternSyntaxException broken) {
            // The description is one of RE2/J's fixed phrases and says nothing but what is wrong with the pattern.
            throw new ToolFailure("The regular expression is not valid: " + broken.getDescription()
                    + ". The syntax is that of RE2: no look-around and no back-references. "
                    + "Set regex to false to look for the text as it is.");
        }
    }
}
