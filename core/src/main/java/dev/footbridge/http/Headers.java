package dev.footbridge.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Header fields under lower-case names (RFC 9110 §5), every value kept in order of arrival, spaces and tabs around it
 * removed. Immutable.
 */
public final class Headers {

    public static final Headers NONE = new Headers(Map.of());

    private static final String JSON = "application/json";

    private final Map<String, List<String>> values;

    public Headers(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> field : values.entrySet()) {
            copy.merge(lower(field.getKey()), trimmed(field.getValue()), Headers::joined);
        }
        this.values = Collections.unmodifiableMap(copy);
    }

    /** @param clean fields with their names and values as they are kept, in a map that nobody else has */
    @SuppressWarnings("NonApiType") // the other constructor takes any map
    private Headers(LinkedHashMap<String, List<String>> clean) {
        this.values = Collections.unmodifiableMap(clean);
    }

    /** Unmodifiable, in order of arrival. */
    public Map<String, List<String>> values() {
        return values;
    }

    /** The same list if there is nothing to do, which is so for every list that was in headers before. */
    private static List<String> trimmed(List<String> all) {
        boolean clean = true;
        for (String value : all) {
            clean &= value.isEmpty() || !(isBlank(value.charAt(0)) || isBlank(value.charAt(value.length() - 1)));
        }
        if (clean) {
            return List.copyOf(all);
        }
        List<String> trimmed = new ArrayList<>(all.size());
        for (String value : all) {
            trimmed.add(trim(value));
        }
        return List.copyOf(trimmed);
    }

    /** Nearly every name is in lower case already, and whether it is takes less time to see than to make it so. */
    private static String lower(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c >= 'A' && c <= 'Z') || c >= 0x80) {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }

    private static List<String> joined(List<String> earlier, List<String> later) {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(later);
        return List.copyOf(all);
    }

    /** The fields in the order in which they came; a name may come again, and in any letter case. */
    public static Headers of(Iterable<Map.Entry<String, String>> fields) {
        LinkedHashMap<String, List<String>> clean = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : fields) {
            clean.merge(lower(field.getKey()), List.of(trim(field.getValue())), Headers::joined);
        }
        return new Headers(clean);
    }

    public static Headers of(String name, String value) {
        return new Headers(Map.of(name, List.of(value)));
    }

    /** Every value of the field; empty if it was not sent. */
    public List<String> all(String name) {
        return values.getOrDefault(lower(name), List.of());
    }

    /** The first value; an empty text is a value. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The value of a field sent exactly once, never split at commas; empty if it was not sent, or more than once. */
    public Optional<String> single(String name) {
        List<String> all = all(name);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    public boolean has(String name) {
        return values.containsKey(lower(name));
    }

    /** These headers with one field replaced by a single value. */
    public Headers with(String name, String value) {
        LinkedHashMap<String, List<String>> copy = new LinkedHashMap<>(values);
        copy.put(lower(name), trimmed(List.of(value)));
        return new Headers(copy);
    }

    /** These headers with every field of {@code others} replacing its own. */
    public Headers with(Headers others) {
        LinkedHashMap<String, List<String>> copy = new LinkedHashMap<>(values);
        copy.putAll(others.values);
        return new Headers(copy);
    }

    /** True if they say of the body that it is JSON in UTF-8, and nothing else besides. */
    public boolean sayJson() {
        List<String> types = all("content-type");
        if (types.size() != 1) {
            return false;
        }
        if (types.get(0).equals(JSON)) {
            return true;
        }
        String[] parts = types.get(0).toLowerCase(Locale.ROOT).split(";", -1);
        boolean utf8 = true;
        for (int i = 1; i < parts.length; i++) {
            utf8 &= isUtf8IfCharset(parts[i]);
        }
        return trim(parts[0]).equals(JSON) && utf8;
    }

    private static boolean isUtf8IfCharset(String parameter) {
        String[] pair = parameter.split("=", 2);
        if (!trim(pair[0]).equals("charset")) {
            return true;
        }
        String value = pair.length < 2 ? "" : trim(pair[1]);
        return value.equals("utf-8") || value.equals("\"utf-8\"");
    }

    /** True for what may be the name of a field: a token of RFC 9110 §5.6.2. */
    public static boolean isToken(String text) {
        return isToken(text, text.length());
    }

    /** True if a text begins with so many characters that may be the name of a field. */
    public static boolean isToken(CharSequence text, int length) {
        for (int i = 0; i < length; i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /** The text without the white space that may stand around it (RFC 9110 §5.6.3), which is space and tab only. */
    public static String trim(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers headers && values.equals(headers.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
