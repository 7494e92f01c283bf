package dev.footbridge.processor.model;

import java.util.List;

/** A type with members: what {@link Shape.Reference} refers to. */
public sealed interface Definition {

    /** Its key in {@link ModuleModel#definitions}: short, unique in the module, a Java identifier. */
    String name();

    /** Qualified, as source code has it; empty for the parameters of a method. */
    String javaType();

    String title();

    String description();

    /**
     * A record, or the parameters of a method.
     *
     * @param atLeastOne groups of members, by wire name, of which one must be given
     */
    record RecordType(
            String name,
            String javaType,
            String title,
            String description,
            List<Member> members,
            List<List<String>> atLeastOne,
            List<Requirement> requirements)
            implements Definition {

        public RecordType {
            members = List.copyOf(members);
            atLeastOne = List.copyOf(atLeastOne);
            requirements = List.copyOf(requirements);
        }
    }

    /** Where one member is given, the others must be; by wire name. */
    record Requirement(String member, List<String> needs) {}

    /**
     * A sealed interface of records.
     *
     * @param tag the wire name of the property that says which one it is
     */
    record SealedType(
            String name, String javaType, String title, String description, String tag, List<Variant> variants)
            implements Definition {

        public SealedType {
            variants = List.copyOf(variants);
        }
    }

    /**
     * One of the records of a sealed interface.
     *
     * @param value what the tag says
     * @param record the key of a {@link RecordType}
     */
    record Variant(String value, String record) {}
}
