package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Boxes;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.FormattedType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Fallback;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.NumberRules;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Shape.ListOf.Container;
import dev.footbridge.processor.model.Target;
import dev.footbridge.processor.model.TextRules;
import dev.footbridge.processor.model.ToolModel;
import dev.footbridge.processor.model.ToolModel.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Parts of models with everything left out that a test does not care about. */
final class Parts {

    static final Shape TEXT = new Shape.Text(TextRules.NONE);
    static final Shape INT = new Shape.Whole("int", Integer.MIN_VALUE, Integer.MAX_VALUE, OptionalLong.empty());
    static final Shape INTEGER = boxed(INT);
    static final Shape LONG = new Shape.Whole("long", Long.MIN_VALUE, Long.MAX_VALUE, OptionalLong.empty());
    static final Shape SHORT = new Shape.Whole("short", Short.MIN_VALUE, Short.MAX_VALUE, OptionalLong.empty());
    static final Shape BYTE = new Shape.Whole("byte", Byte.MIN_VALUE, Byte.MAX_VALUE, OptionalLong.empty());
    static final Shape DOUBLE = new Shape.Real("double", NumberRules.NONE);
    static final Shape FLOAT = new Shape.Real("float", NumberRules.NONE);
    static final Shape DECIMAL = new Shape.Real("java.math.BigDecimal", NumberRules.NONE);
    static final Shape BIG = new Shape.BigWhole(NumberRules.NONE);
    static final Shape FLAG = new Shape.Flag("boolean");
    static final Shape DATE = new Shape.Formatted(FormattedType.DATE);
    static final Shape BYTES = new Shape.Bytes(0, 4);
    static final Shape JSON = new Shape.Free("dev.footbridge.json.Json");
    static final Shape OBJECT = new Shape.Free("dev.footbridge.json.JsonObject");

    private Parts() {}

    static Shape boxed(Shape shape) {
        String type = Boxes.boxed(shape.javaType());
        if (shape instanceof Shape.Whole whole) {
            return new Shape.Whole(type, whole.least(), whole.greatest(), whole.multipleOf());
        }
        if (shape instanceof Shape.Real real) {
            return new Shape.Real(type, real.rules());
        }
        return shape instanceof Shape.Flag ? new Shape.Flag(type) : shape;
    }

    static Shape list(Shape item) {
        return new Shape.ListOf(Container.LIST, boxed(item), 0, Integer.MAX_VALUE);
    }

    static Shape set(Shape item) {
        return new Shape.ListOf(Container.SET, boxed(item), 0, Integer.MAX_VALUE);
    }

    static Shape map(Shape value) {
        return new Shape.MapOf(boxed(value), 0, Integer.MAX_VALUE);
    }

    /** @param names of the constants; on the wire they are in lower case */
    static Shape choice(String javaType, String... names) {
        return new Shape.Choice(
                javaType,
                Arrays.stream(names)
                        .map(name -> new Shape.Choice.Constant(name, name.toLowerCase(java.util.Locale.ROOT), ""))
                        .toList());
    }

    static Shape reference(Definition definition) {
        return new Shape.Reference(definition.javaType(), definition.name());
    }

    static Shape whole(int least, int greatest) {
        return new Shape.Whole("int", least, greatest, OptionalLong.empty());
    }

    static TextRules lengths(int least, int most) {
        return new TextRules(least, most, "", "", List.of());
    }

    static NumberRules between(double least, double greatest) {
        return new NumberRules(
                OptionalDouble.of(least),
                OptionalDouble.of(greatest),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "");
    }

    static Member member(String name, Shape shape) {
        return member(name, shape, Occurrence.REQUIRED);
    }

    static Member member(String name, Shape shape, Occurrence occurrence) {
        return new Member(name, name, shape, occurrence, Fallback.NONE, "", "", "", List.of(), "");
    }

    static Member defaulted(String name, Shape shape, String json, String java) {
        return new Member(name, name, shape, Occurrence.DEFAULTED, new Fallback(json, java), "", "", "", List.of(), "");
    }

    static RecordType record(String javaType, Member... members) {
        String name = javaType.substring(javaType.lastIndexOf('.') + 1);
        return new RecordType(name, javaType, "", "", List.of(members), List.of(), List.of());
    }

    /** A tool {@code name} for the method {@code name} whose arguments are one record. */
    static ToolModel tool(String name, RecordType arguments, Result result) {
        return tool(new Target(name, false, List.of(Target.RECORD)), name, arguments, result);
    }

    /** A tool for a method with parameters. */
    static ToolModel tool(String name, List<Member> parameters, Result result) {
        List<String> names = new ArrayList<>();
        parameters.forEach(member -> names.add(member.javaName()));
        return tool(new Target(name, false, names), name, parameters(parameters), result);
    }

    static ToolModel tool(Target target, String name, RecordType arguments, Result result) {
        return new ToolModel(target, name, "", "Does " + name + ".", "", "DESTRUCTIVE", true, 0, arguments, result);
    }

    static RecordType parameters(List<Member> members) {
        return new RecordType("Arguments", "", "", "", members, List.of(), List.of());
    }

    static Result structured(Shape shape) {
        return new Result.Structured(shape, Occurrence.REQUIRED);
    }
}
