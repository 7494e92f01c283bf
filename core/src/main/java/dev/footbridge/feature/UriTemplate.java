package dev.footbridge.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An RFC 6570 template that both makes URIs and takes them apart. Immutable and thread-safe; equal by text.
 *
 * <p>Every operator is understood. Refused is what could be expanded but not matched again: an explode modifier
 * anywhere but on {@code {/var*}} and {@code {.var*}}, and a value of limited length or a group of named values that
 * nothing separates from what follows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6570">RFC 6570</a>
 */
public final class UriTemplate {

    private final String text;
    private final List<TemplatePart> parts;
    private final TemplateMatcher matcher;

    private UriTemplate(String text, List<TemplatePart> parts) {
        this.text = text;
        this.parts = parts;
        this.matcher = TemplateMatcher.of(parts);
    }

    /**
     * The template that the text is.
     *
     * @throws IllegalArgumentException if it is none, or one that could not be matched
     */
    public static UriTemplate parse(String text) {
        return new UriTemplate(text, TemplateParser.parse(text));
    }

    /** The template as it was written. */
    public String text() {
        return text;
    }

    /** The names of its variables, each once, in order. */
    public List<String> variables() {
        return parts.stream()
                .flatMap(part -> part.variables().stream())
                .map(TemplatePart.Variable::name)
                .distinct()
                .toList();
    }

    /**
     * The decoded variables of a URI of this family; empty if the URI is not of it.
     *
     * <p>{@code {var}} takes at least one character and never a raw slash, {@code {+var}} takes slashes too; the
     * earlier of two variables takes as much as it can. Named values may come in any order. Variables that the template
     * lets be absent are absent from the map. A value may hold any character after decoding, an escaped slash included:
     * whoever makes a path of it must check it. Takes time in proportion to the length of the URI.
     */
    public Optional<Map<String, String>> match(String uri) {
        return matcher.match(uri);
    }

    /** The URI for the given values; variables without a value are left out as RFC 6570 §3.2 says. */
    public String expand(Map<String, String> values) {
        StringBuilder uri = new StringBuilder();
        parts.forEach(part -> part.expand(values, uri));
        return uri.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UriTemplate template && text.equals(template.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
