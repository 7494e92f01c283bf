package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * The constants and methods of one nested class, each written when something in the class first needs it. Not
 * thread-safe.
 */
final class Nest {

    private final Frame frame;
    private final Scope members = Scope.ofMembers();
    private final Map<Object, String> names = new HashMap<>();
    private final Code constants;
    private final List<Code> methods = new ArrayList<>();

    /** @param methods the names of methods the class has anyway */
    Nest(Frame frame, String... methods) {
        this.frame = frame;
        this.constants = frame.code();
        members.reserve(frame.roots()).reserve(methods);
    }

    Frame frame() {
        return frame;
    }

    Types types() {
        return frame.types();
    }

    /** What a reference of that name refers to. */
    Definition definition(String name) {
        return Objects.requireNonNull(frame.definitions().get(name), name);
    }

    /** The name of a constant of that value; one of the same type and value is used again. */
    String constant(String type, String wanted, String value) {
        return names.computeIfAbsent(List.of(type, value), unknown -> {
            String name = members.take(wanted);
            constants.line("private static final %s %s = %s;", type, name, value);
            return name;
        });
    }

    /** The name of a constant that lists texts. */
    String list(String wanted, List<String> texts) {
        return constant(types().fill("#List<#String>"), Words.constant(wanted), frame.list(texts));
    }

    /** The name of the method for this key, which is written now unless it is there or just being written. */
    String method(Object key, String wanted, BiConsumer<String, Code> writer) {
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        String name = members.take(wanted);
        names.put(key, name);
        Code code = frame.code();
        methods.add(code);
        writer.accept(name, code);
        return name;
    }

    /**
     * The class.
     *
     * @param declared its name and what it implements
     * @param door the methods by which it is used; the others follow, callers before what they call
     */
    Code write(String declared, Code door) {
        Code code = frame.code()
                .open("private static final class %s {", declared)
                .include(constants)
                .gap()
                .include(door);
        methods.forEach(method -> code.gap().include(method));
        return code.close();
    }
}
