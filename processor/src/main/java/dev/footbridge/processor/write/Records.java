package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Definition.SealedType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import java.util.List;

/** Writes records and sealed types as JSON objects, within one nested class. */
final class Records {

    private final Nest nest;
    private final Types types;
    private final Values values;

    Records(Nest nest, Values values) {
        this.nest = nest;
        this.types = nest.types();
        this.values = values;
    }

    /** The method that writes a sealed type. */
    String sealed(SealedType sealed) {
        return nest.method(List.of("write", sealed), "write" + Words.type(sealed.name()), (name, code) -> {
            code.open("private static #Json %s(%s value, #String place) {", name, types.type(sealed.javaType()));
            for (Definition.Variant variant : sealed.variants()) {
                RecordType record = (RecordType) nest.definition(variant.record());
                String method = record(record, sealed.tag(), variant.value());
                code.open("if (value instanceof %s variant) {", types.type(record.javaType()))
                        .line("return %s(variant, place);", method)
                        .close();
            }
            code.line("throw new #IllegalStateException(place.concat(value == null ? %s : %s));", nullText(), newText())
                    .close();
        });
    }

    /**
     * The method that writes a record.
     *
     * @param tag the property that says which variant of a sealed type it is, empty for none
     */
    String record(RecordType record, String tag, String tagValue) {
        Object key = List.of("write", record, tag, tagValue);
        return nest.method(key, "write" + Words.type(record.name()), (name, code) -> {
            code.open("private static #Json %s(%s value, #String place) {", name, types.type(record.javaType()))
                    .line("%s from = #Out.present(value, place);", types.type(record.javaType()))
                    .line("#JsonObject.Builder json = #JsonObject.builder();");
            if (!tag.isEmpty()) {
                code.line("json.put(%s, %s);", Literals.quoted(tag), Literals.quoted(tagValue));
            }
            Scope locals = nest.frame().locals("value", "place", "from", "json");
            record.members().forEach(member -> member(record, member, code, locals));
            code.line("return json.build();").close();
        });
    }

    private void member(RecordType record, Member member, Code code, Scope locals) {
        String place = Literals.quoted(Words.simple(record.javaType()) + '.' + member.javaName());
        String accessor = "from." + member.javaName() + "()";
        switch (member.occurrence()) {
            case REQUIRED, DEFAULTED -> put(member, accessor, place, code);
            case NULLABLE -> {
                String variable = Frame.local(member.javaName(), locals);
                code.line("var %s = %s;", variable, accessor);
                putOrNull(member, variable, place, code);
            }
            default -> {
                String variable = Frame.local(member.javaName(), locals);
                code.line("var %s = #Out.present(%s, %s);", variable, accessor, place)
                        .open("if (%s.isPresent()) {", variable);
                present(member, variable, place, code, locals);
                code.close();
            }
        }
    }

    private void present(Member member, String variable, String place, Code code, Scope locals) {
        if (member.occurrence() == Occurrence.PRESENCE) {
            String given = locals.take(variable + "Value");
            code.line("var %s = %s.value().orElse(null);", given, variable);
            putOrNull(member, given, place, code);
        } else {
            put(member, variable + getter(member), place, code);
        }
    }

    private void put(Member member, String value, String place, Code code) {
        String written = values.write(member.shape(), value, place, member.javaName());
        code.line("json.put(%s, " + Code.BREAK + "%s);", Literals.quoted(member.wireName()), written);
    }

    private void putOrNull(Member member, String variable, String place, Code code) {
        String written = values.write(member.shape(), variable, place, member.javaName());
        code.line(
                "json.put(%s, " + Code.BREAK + "%s == null ? #JsonNull.NULL" + Code.BREAK + " : %s);",
                Literals.quoted(member.wireName()),
                variable,
                written);
    }

    private static String getter(Member member) {
        if (member.occurrence() == Occurrence.OPTIONAL) {
            return ".get()";
        }
        return switch (member.shape().javaType()) {
            case "int" -> ".getAsInt()";
            case "long" -> ".getAsLong()";
            default -> ".getAsDouble()";
        };
    }

    private static String nullText() {
        return Literals.quoted(" is null; where that may be, make it Optional or @Nullable");
    }

    private static String newText() {
        return Literals.quoted(" is of a type that is new");
    }
}
