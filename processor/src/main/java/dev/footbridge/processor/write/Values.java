package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Boxes;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Definition.SealedType;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Shape.Choice;
import dev.footbridge.processor.model.Shape.ListOf;
import dev.footbridge.processor.model.Shape.MapOf;
import java.util.List;

/** Writes values of any shape as JSON, within one nested class. */
final class Values {

    private final Nest nest;
    private final Types types;
    private final Records records;

    Values(Nest nest) {
        this.nest = nest;
        this.types = nest.types();
        this.records = new Records(nest, this);
    }

    /**
     * The expression that writes a value.
     *
     * @param place an expression too: where it is, for the log
     * @param name what a method is named after if the value needs one
     */
    String write(Shape shape, String value, String place, String name) {
        if (shape instanceof Shape.Whole || shape instanceof Shape.Real || shape instanceof Shape.Flag) {
            return primitive(shape, value, place);
        }
        if (shape instanceof Shape.Free) {
            return types.fill("#Out.present(%s, %s)", value, place);
        }
        String method;
        if (shape instanceof Shape.Text) {
            method = types.fill("#Out.text");
        } else if (shape instanceof Shape.BigWhole) {
            method = types.fill("#Out.whole");
        } else if (shape instanceof Shape.Bytes) {
            method = types.fill("#Out.bytes");
        } else if (shape instanceof Shape.Formatted formatted) {
            method = types.fill("#Out.") + formatted.type().writer();
        } else {
            method = method(shape, name);
        }
        return method + '(' + value + ", " + Code.BREAK + place + ')';
    }

    /** The type of a value as a method takes it, so that a list of a subtype is welcome too. */
    String type(Shape shape) {
        if (shape instanceof ListOf list) {
            return types.fill("#Collection<? extends %s>", type(list.item()));
        }
        if (shape instanceof MapOf map) {
            return types.fill("#Map<#String, ? extends %s>", type(map.value()));
        }
        return types.type(Boxes.boxed(shape.javaType()));
    }

    private String primitive(Shape shape, String value, String place) {
        if (shape.javaType().equals("java.math.BigDecimal")) {
            return types.fill("#Out.decimal(%s, " + Code.BREAK + "%s)", value, place);
        }
        String boxed = Boxes.boxed(shape.javaType());
        String plain = boxed.equals(shape.javaType())
                ? types.fill("#Out.present(%s, %s)", value, place) + '.' + unboxing(boxed)
                : value;
        if (shape instanceof Shape.Flag) {
            return types.fill("#Json.of(%s)", plain);
        }
        return shape instanceof Shape.Whole
                ? types.fill("#Out.whole(%s)", plain)
                : types.fill("#Out.number(%s, " + Code.BREAK + "%s)", plain, place);
    }

    private static String unboxing(String boxed) {
        return switch (boxed) {
            case "java.lang.Boolean" -> "booleanValue()";
            case "java.lang.Double" -> "doubleValue()";
            case "java.lang.Float" -> "floatValue()";
            default -> "longValue()";
        };
    }

    private String method(Shape shape, String name) {
        if (shape instanceof Shape.Reference reference) {
            Definition definition = nest.definition(reference.name());
            return definition instanceof SealedType sealed
                    ? records.sealed(sealed)
                    : records.record((RecordType) definition, "", "");
        }
        if (shape instanceof Choice choice) {
            return nest.method(
                    List.of("write", choice),
                    "write" + Words.type(Words.simple(choice.javaType())),
                    (method, code) -> choice(choice, method, code));
        }
        return nest.method(List.of("write", shape), "write" + Words.type(name), (method, code) -> {
            code.open("private static #Json %s(%s values, #String place) {", method, type(shape));
            if (shape instanceof ListOf list) {
                list(list, name, code);
            } else {
                map((MapOf) shape, name, code);
            }
            code.close();
        });
    }

    private void choice(Choice choice, String method, Code code) {
        code.open("private static #Json %s(%s value, #String place) {", method, types.type(choice.javaType()))
                .line("#String name = #Out.present(value, place).name();");
        boolean same = choice.constants().stream()
                .allMatch(constant -> constant.javaName().equals(constant.wireName()));
        if (same) {
            code.line("return #Json.of(name);").close();
            return;
        }
        code.open("return switch (name) {");
        for (Choice.Constant constant : choice.constants()) {
            code.line(
                    "case %s -> #Json.of(%s);",
                    Literals.quoted(constant.javaName()), Literals.quoted(constant.wireName()));
        }
        code.line("default -> throw new #IllegalStateException(place.concat(\" is a constant that is new\"));")
                .close("};")
                .close();
    }

    private void list(ListOf list, String name, Code code) {
        code.line("#List<#Json> items = new #ArrayList<>();")
                .open("for (%s item : #Out.present(values, place)) {", type(list.item()))
                .line("items.add(%s);", write(list.item(), "item", "place", name + "Item"))
                .close()
                .line("return new #JsonArray(items);");
    }

    private void map(MapOf map, String name, Code code) {
        code.line("#JsonObject.Builder json = #JsonObject.builder();")
                .open(
                        "for (#Map.Entry<#String, ? extends %s> entry : #Out.present(values, place).entrySet()) {",
                        type(map.value()))
                .line(
                        "json.put(#Out.present(entry.getKey(), place), " + Code.BREAK + "%s);",
                        write(map.value(), "entry.getValue()", "place", name + "Value"))
                .close()
                .line("return json.build();");
    }
}
