package dev.footbridge.processor.read;

import dev.footbridge.processor.model.FormattedType;
import dev.footbridge.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the shape of a type, and says which types have none and what to use instead. */
final class TypeReader {

    /** After a mistake that was reported: nothing is generated then. */
    static final Shape UNKNOWN = new Shape.Free(Names.JSON);

    private static final Map<String, Shape.ListOf.Container> CONTAINERS = Map.of(
            "java.util.List", Shape.ListOf.Container.LIST,
            "java.util.Collection", Shape.ListOf.Container.COLLECTION,
            "java.util.Set", Shape.ListOf.Container.SET);

    private static final Map<String, String> ADVICE = Map.of(
            "java.lang.Object", "say which type it is; JsonObject takes any object, Json any value",
            "java.lang.Character", "use String with @Length(min = 1, max = 1)",
            "java.util.Date", "use java.time.Instant",
            "java.io.File", "use String",
            "java.nio.file.Path", "use String",
            "java.util.Optional", "Optional stands for a whole argument or component only",
            "java.util.ArrayList", "use List",
            "java.util.HashMap", "use Map",
            "java.util.HashSet", "use Set");

    private final Reports reports;
    private final DefinitionReader definitions;

    TypeReader(Reports reports, DefinitionReader definitions) {
        this.reports = reports;
        this.definitions = definitions;
    }

    /** The shape of what a site holds. */
    Shape read(Site site, TypeMirror type) {
        Constraints constraints = new Constraints(site, reports);
        Shape shape = read(type, constraints, site.where());
        constraints.refuseTheRest();
        return shape;
    }

    private Shape read(TypeMirror type, Constraints constraints, Element where) {
        if (type instanceof ArrayType array) {
            return array(array, constraints, where);
        }
        Optional<Shape> simple = simple(JavaTypes.text(type), constraints);
        if (simple.isPresent()) {
            return simple.get();
        }
        return type instanceof DeclaredType declared ? declared(declared, constraints, where) : none(type, where);
    }

    private Optional<Shape> simple(String name, Constraints constraints) {
        return Optional.ofNullable(
                switch (name) {
                    case "java.lang.String" -> new Shape.Text(constraints.text());
                    case "boolean", "java.lang.Boolean" -> new Shape.Flag(name);
                    case "byte", "java.lang.Byte" -> constraints.whole(name, Byte.MIN_VALUE, Byte.MAX_VALUE);
                    case "short", "java.lang.Short" -> constraints.whole(name, Short.MIN_VALUE, Short.MAX_VALUE);
                    case "int", "java.lang.Integer" -> constraints.whole(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
                    case "long", "java.lang.Long" -> constraints.whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
                    case "float", "java.lang.Float", "double", "java.lang.Double", "java.math.BigDecimal" ->
                        new Shape.Real(name, constraints.number());
                    case "java.math.BigInteger" -> new Shape.BigWhole(constraints.number());
                    case Names.JSON, Names.JSON_OBJECT -> new Shape.Free(name);
                    default -> FormattedType.of(name).map(Shape.Formatted::new).orElse(null);
                });
    }

    private Shape array(ArrayType type, Constraints constraints, Element where) {
        if (type.getComponentType().getKind() == TypeKind.BYTE) {
            return constraints.bytes();
        }
        reports.error(where, JavaTypes.text(type) + " has no schema: use List");
        return UNKNOWN;
    }

    private Shape declared(DeclaredType type, Constraints constraints, Element where) {
        if (ForeignTypes.refuse(type, where, reports)) {
            return UNKNOWN;
        }
        String name = JavaTypes.qualifiedName(type);
        Shape.ListOf.Container container = CONTAINERS.get(name);
        if (container != null && JavaTypes.hasArguments(type)) {
            return constraints.list(container, read(JavaTypes.argument(type, 0), constraints, where));
        }
        if (name.equals("java.util.Map") && JavaTypes.hasArguments(type)) {
            return map(type, constraints, where);
        }
        TypeElement element = (TypeElement) type.asElement();
        if (element.getKind() == ElementKind.ENUM) {
            return choice(element);
        }
        boolean isSealed = element.getKind() == ElementKind.INTERFACE
                && element.getModifiers().contains(Modifier.SEALED);
        if (element.getKind() == ElementKind.RECORD || isSealed) {
            return definitions.refer(type, where);
        }
        return none(type, where);
    }

    private Shape map(DeclaredType type, Constraints constraints, Element where) {
        if (!JavaTypes.is(JavaTypes.argument(type, 0), "java.lang.String")) {
            reports.error(where, "the keys of a Map must be String: they are names of members in JSON");
            return UNKNOWN;
        }
        return constraints.map(read(JavaTypes.argument(type, 1), constraints, where));
    }

    private Shape choice(TypeElement type) {
        List<Shape.Choice.Constant> constants = new ArrayList<>();
        List<String> wireNames = new ArrayList<>();
        for (Element constant : type.getEnclosedElements()) {
            if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
                String javaName = constant.getSimpleName().toString();
                String wireName = said(constant, Names.NAME).orElse(javaName);
                if (wireNames.contains(wireName)) {
                    reports.error(constant, "two constants are called " + wireName);
                }
                wireNames.add(wireName);
                String title = said(constant, Names.TITLE).orElse("");
                constants.add(new Shape.Choice.Constant(javaName, wireName, title));
            }
        }
        if (constants.isEmpty()) {
            reports.error(type, "an enum without constants has no value");
        }
        return new Shape.Choice(type.getQualifiedName().toString(), constants);
    }

    private static Optional<String> said(Element element, String annotation) {
        return Mark.on(element, annotation).map(mark -> mark.text("value"));
    }

    private Shape none(TypeMirror type, Element where) {
        String advice = ADVICE.getOrDefault(
                type instanceof DeclaredType declared ? JavaTypes.qualifiedName(declared) : "",
                type.getKind() == TypeKind.CHAR
                        ? "use String with @Length(min = 1, max = 1)"
                        : "use a record, an enum or a sealed interface of records");
        reports.error(where, JavaTypes.text(type) + " has no schema: " + advice);
        return UNKNOWN;
    }
}
