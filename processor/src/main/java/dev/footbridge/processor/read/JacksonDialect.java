package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** Annotations of Jackson that name, describe or hide properties. */
final class JacksonDialect {

    private static final String JACKSON = "com.fasterxml.jackson.annotation.";

    private static final Set<String> BOTH_WAYS = Set.of("", "AUTO", "READ_WRITE");

    private JacksonDialect() {}

    static Map<String, Dialect> table() {
        Map<String, Dialect> table = new HashMap<>();
        table.put(JACKSON + "JsonProperty", JacksonDialect::property);
        table.put(JACKSON + "JsonPropertyDescription", JacksonDialect::description);
        table.put(JACKSON + "JsonClassDescription", JacksonDialect::description);
        table.put(JACKSON + "JsonIgnore", JacksonDialect::ignored);
        table.put(JACKSON + "JsonIgnoreProperties", JacksonDialect::ignored);
        for (String same : List.of("JsonAutoDetect", "JsonCreator", "JsonInclude", "JsonPropertyOrder")) {
            table.put(JACKSON + same, Dialect.silent());
        }
        return table;
    }

    private static List<Mark> property(Mark mark, Element place) {
        List<Mark> marks = new ArrayList<>();
        if (!BOTH_WAYS.contains(mark.constant("access"))) {
            marks.add(Dialect.refusal(mark, "a record is read and written alike: use a record for each way"));
        }
        if (!mark.text("value").isEmpty()) {
            marks.add(mark.as(Names.NAME, Map.of("value", mark.text("value"))));
        }
        if (!mark.text("defaultValue").isEmpty()) {
            marks.add(mark.as(Names.DEFAULT, Map.of("value", mark.text("defaultValue"))));
        } else if (!mark.flag("required", true) || mark.constant("isRequired").equals("FALSE")) {
            marks.addAll(ArgumentDialect.optional(mark, place));
        }
        return marks;
    }

    private static List<Mark> description(Mark mark, Element place) {
        return List.of(mark.as(Names.DESCRIPTION, Map.of("value", mark.text("value"))));
    }

    /** What was hidden must not be sent by accident. */
    private static List<Mark> ignored(Mark mark, Element place) {
        boolean hides = !mark.texts("value").isEmpty() ? !mark.texts("value").contains("false") : isBare(mark);
        return hides
                ? List.of(Dialect.refusal(mark, "every component of a record is sent: take it out of the record"))
                : List.of();
    }

    /** {@code @JsonIgnore} hides; {@code @JsonIgnoreProperties} without names hides nothing. */
    private static boolean isBare(Mark mark) {
        return mark.shown().equals("@JsonIgnore");
    }
}
