package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Creation;
import dev.footbridge.processor.model.ModuleModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes how a module comes by the object whose methods it serves: it is given one, or makes it when it is called. */
final class TargetWriter {

    private final Frame frame;
    private final ModuleModel module;
    private final String visible;

    TargetWriter(Frame frame) {
        this.frame = frame;
        this.module = frame.module();
        this.visible = module.isPublic() ? "public " : "";
    }

    void write(Code code) {
        if (!module.needsInstance()) {
            code.line("%s%s() {}", visible, module.moduleName());
        } else if (module.creation().isEmpty()) {
            code.line("private final %s target;", module.className());
            given(code.gap());
        } else {
            made(code, module.creation().get());
        }
    }

    private void made(Code code, Creation creation) {
        Map<String, String> parts = parts(creation);
        parts.forEach((name, type) -> code.line("private final %s %s;", type, name));
        code.line("private volatile %s target;", module.className());
        constructors(code.gap(), parts);
        onDemand(code.gap(), parts);
        target(code.gap(), creation, parts);
    }

    /** Every call asks for it, so only the first ones take the lock. */
    private void target(Code code, Creation creation, Map<String, String> parts) {
        String thrown = creation.thrown().stream().map(frame.types()::type).collect(Collectors.joining(", "));
        code.open("private %s target()%s {", module.className(), thrown.isEmpty() ? "" : " throws " + thrown)
                .open("if (target == null) {")
                .open("synchronized (this) {")
                .open("if (target == null) {")
                .line("target = new %s(%s);", module.className(), Frame.arguments(parts.keySet()))
                .close()
                .close()
                .close()
                .line("return target;")
                .close();
    }

    /** Types of the constructor's parameters, by the names of the fields that keep them. */
    private Map<String, String> parts(Creation creation) {
        Scope fields = frame.locals("target");
        Map<String, String> parts = new LinkedHashMap<>();
        creation.parameters()
                .forEach(parameter -> parts.put(
                        Frame.local(parameter.name(), fields), frame.types().type(parameter.javaType())));
        return parts;
    }

    private void constructors(Code code, Map<String, String> parts) {
        if (parts.isEmpty()) {
            given(code);
            return;
        }
        code.open("%s%s(%s target) {", visible, module.moduleName(), module.className())
                .line(
                        "this(target, %s);",
                        Frame.arguments(parts.values().stream()
                                .map(TargetWriter::nothing)
                                .toList()))
                .close()
                .gap()
                .open("private %s(%s target, %s) {", module.moduleName(), module.className(), parameters(parts))
                .line("this.target = target;");
        parts.keySet().forEach(part -> code.line("this.%s = %s;", part, part));
        code.close();
    }

    private void given(Code code) {
        code.open("%s%s(%s target) {", visible, module.moduleName(), module.className())
                .line("this.target = target;")
                .close();
    }

    private void onDemand(Code code, Map<String, String> parts) {
        List<String> values = new ArrayList<>(List.of("null"));
        values.addAll(parts.keySet());
        code.line(
                        "/** Makes its %s when that is first called, so that a start need not load it. */",
                        module.className())
                .open("%sstatic %s onDemand(%s) {", visible, module.moduleName(), parameters(parts))
                .line("return new %s(%s);", module.moduleName(), Frame.arguments(values))
                .close();
    }

    private static String parameters(Map<String, String> parts) {
        List<String> each = new ArrayList<>();
        parts.forEach((name, type) -> each.add(type + ' ' + name));
        return Frame.arguments(each);
    }

    private static String nothing(String javaType) {
        return switch (javaType) {
            case "boolean" -> "false";
            case "byte", "short", "char" -> "(" + javaType + ") 0";
            case "int", "long", "float", "double" -> "0";
            default -> "null";
        };
    }
}
