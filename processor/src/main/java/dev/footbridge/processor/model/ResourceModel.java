package dev.footbridge.processor.model;

import java.util.List;

/**
 * A resource or a family of them.
 *
 * @param isTemplate whether the URI has variables
 * @param variables the template's variables: texts, whole numbers, enums and formatted types, all REQUIRED
 * @param mimeType never empty for text, bytes and records
 * @param isOptional whether the method returns an {@code Optional} of its result
 */
public record ResourceModel(
        Target target,
        String uri,
        boolean isTemplate,
        String name,
        String title,
        String description,
        String mimeType,
        List<Member> variables,
        Result result,
        boolean isOptional) {

    public ResourceModel {
        variables = List.copyOf(variables);
    }

    /** What the method returns, apart from an {@code Optional} around it. */
    public sealed interface Result {

        /** {@code String}. */
        record Text() implements Result {}

        /** {@code byte[]}. */
        record Bytes() implements Result {}

        /** {@code ResourceContents}. */
        record Contents() implements Result {}

        /** A list of {@code ResourceContents}. */
        record ContentsList() implements Result {}

        /** Everything else, sent as JSON. */
        record Structured(Shape shape) implements Result {}
    }
}
