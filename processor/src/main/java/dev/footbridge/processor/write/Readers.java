package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Boxes;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Definition.SealedType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;

/** Reads records and sealed types, member by member, within one nested class. */
final class Readers {

    private final Nest nest;
    private final Types types;
    private final Scalars scalars;
    private final Composites composites;

    Readers(Nest nest) {
        this.nest = nest;
        this.types = nest.types();
        this.scalars = new Scalars(nest);
        this.composites = new Composites(nest, this);
    }

    /** The method that reads a definition from an {@code ObjectSlot}; null where it cannot. */
    String definition(String name) {
        Definition definition = nest.definition(name);
        return definition instanceof SealedType sealed ? sealed(sealed) : record((RecordType) definition, "");
    }

    /** @param tag the property that says which variant of a sealed type it is, empty for none */
    String record(RecordType record, String tag) {
        return nest.method(List.of("read", record, tag), "read" + Words.type(record.name()), (name, code) -> {
            code.open("private static %s %s(#ObjectSlot in) {", types.type(record.javaType()), name);
            List<String> values = members(record, code, nest.frame().locals("in"));
            String arguments = record.javaType().contains("<") ? "<>(" : "(";
            String made = types.type(Words.raw(record.javaType())) + arguments + Frame.arguments(values) + ')';
            code.line("return %s ? new %s : null;", ok(record, tag), made).close();
        });
    }

    /** Reads all members into variables, and checks what is said of several; the names of the variables. */
    List<String> members(RecordType record, Code code, Scope locals) {
        List<String> values = new ArrayList<>();
        for (Member member : record.members()) {
            values.add(member(member, code, locals));
        }
        record.atLeastOne()
                .forEach(names -> code.line("in.atLeastOneOf(%s);", nest.frame().list(names)));
        record.requirements()
                .forEach(rule -> code.line(
                        "in.requires(%s, %s);",
                        Literals.quoted(rule.member()), nest.frame().list(rule.needs())));
        return values;
    }

    /** The expression that ends the reading of a record. */
    String ok(RecordType record, String tag) {
        List<String> names = new ArrayList<>(tag.isEmpty() ? List.of() : List.of(tag));
        record.members().forEach(member -> names.add(member.wireName()));
        return "in.ok(" + (names.isEmpty() ? nest.frame().list(names) : nest.list(record.name(), names)) + ')';
    }

    /** A value for which no member says when it may be absent, null where it cannot be read. */
    String value(Shape shape, String slot, String name) {
        return Scalars.reads(shape) ? scalars.orNull(shape, slot, name) : composites.read(shape, slot, name);
    }

    private String sealed(SealedType sealed) {
        return nest.method(List.of("read", sealed), "read" + Words.type(sealed.name()), (name, code) -> {
            List<String> tags =
                    sealed.variants().stream().map(Definition.Variant::value).toList();
            String constant = nest.list(sealed.name() + "Tags", tags);
            code.open("private static %s %s(#ObjectSlot in) {", types.type(sealed.javaType()), name)
                    .open("return switch (in.tag(%s, %s)) {", Literals.quoted(sealed.tag()), constant);
            int place = 0;
            for (Definition.Variant variant : sealed.variants()) {
                RecordType record = (RecordType) nest.definition(variant.record());
                code.line("case %s -> %s(in);", Integer.toString(place++), record(record, sealed.tag()));
            }
            code.line("default -> null;").close("};").close();
        });
    }

    private String member(Member member, Code code, Scope locals) {
        String variable = Frame.local(member.javaName(), locals);
        String read;
        if (member.occurrence() == Occurrence.PRESENCE) {
            String slot = locals.take(variable + "Slot");
            code.line("#Slot %s = %s;", slot, slot(member));
            read = slot + ".presence(" + guarded(member.shape(), slot + ".given()", slot, member.javaName()) + ')';
        } else {
            read = read(member);
        }
        code.line("%s %s = %s;", type(member), variable, read);
        return variable;
    }

    private String read(Member member) {
        Shape shape = member.shape();
        String slot = slot(member);
        String name = member.javaName();
        String given = "in.given(" + Literals.quoted(member.wireName()) + ')';
        return switch (member.occurrence()) {
            case REQUIRED -> Scalars.reads(shape) ? scalars.required(shape, slot, name) : value(shape, slot, name);
            case DEFAULTED ->
                Scalars.reads(shape)
                        ? scalars.orElse(shape, slot, name, member.fallback().java())
                        : chosen(given, value(shape, slot, name), fallback(member));
            case OPTIONAL ->
                types.fill("#Optional.ofNullable(" + Code.BREAK + "%s)", guarded(shape, given, slot, name));
            case OPTIONAL_NUMBER -> scalars.optional(shape, slot, name);
            case NULLABLE, PRESENCE -> guarded(shape, given, slot, name);
        };
    }

    /** Where an absent value would not be read as null, it is not read at all. */
    private String guarded(Shape shape, String given, String slot, String name) {
        String read = value(shape, slot, name);
        return Composites.nullWhereAbsent(shape) ? read : chosen(given, read, "null");
    }

    private static String chosen(String condition, String yes, String no) {
        return condition + Code.BREAK + " ? " + yes + Code.BREAK + " : " + no;
    }

    private String fallback(Member member) {
        String type = member.shape().javaType();
        String java = member.fallback().java();
        return java.startsWith(type + '.') ? types.type(type) + java.substring(type.length()) : java;
    }

    private static String slot(Member member) {
        String method = member.occurrence() == Occurrence.REQUIRED ? "required" : "optional";
        String such = member.hint().isEmpty() ? "" : Code.BREAK + ".suchAs(" + Literals.quoted(member.hint()) + ')';
        return "in." + method + '(' + Literals.quoted(member.wireName()) + ')' + such;
    }

    private String type(Member member) {
        String plain = member.shape().javaType();
        String boxed = types.type(Boxes.boxed(plain));
        return switch (member.occurrence()) {
            case OPTIONAL -> types.fill("#Optional<%s>", boxed);
            case PRESENCE -> types.fill("#Presence<%s>", boxed);
            case OPTIONAL_NUMBER ->
                types.fill(
                        switch (plain) {
                            case "int" -> "#OptionalInt";
                            case "long" -> "#OptionalLong";
                            default -> "#OptionalDouble";
                        });
            default -> types.type(plain);
        };
    }
}
