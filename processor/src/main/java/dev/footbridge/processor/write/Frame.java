package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.Target;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What every part of one generated source has in common.
 *
 * @param classes the names of the module's nested classes
 * @param roots names that no variable may have, because qualified names begin with them
 */
record Frame(ModuleModel module, Types types, Scope classes, Set<String> roots) {

    static Frame of(ModuleModel module) {
        Types types = new Types(module);
        return new Frame(module, types, Scope.ofClasses().reserve(types.reserved()), OwnTypes.roots(module));
    }

    Map<String, Definition> definitions() {
        return module.definitions();
    }

    Code code() {
        return new Code(types);
    }

    /** The variables of one method. */
    Scope locals(String... parameters) {
        return Scope.ofMembers().reserve(roots).reserve(parameters);
    }

    /** A variable for a member; one with a capital could be taken for a type. */
    static String local(String javaName, Scope locals) {
        return locals.take(Character.isUpperCase(javaName.charAt(0)) ? javaName + '_' : javaName);
    }

    /** {@code OrderTools target, }, or nothing where all methods are static. */
    String targetParameter() {
        return module.needsInstance() ? module.className() + " target, " : "";
    }

    /** {@code module.target(), }, or nothing where all methods are static. */
    String targetArgument() {
        return module.needsInstance() ? target() + ", " : "";
    }

    /** The annotated object, in a class that has the module. */
    String target() {
        return module.creation().isPresent() ? "module.target()" : "module.target";
    }

    /**
     * The call of an author's method.
     *
     * @param object whose method it is, unless it is static
     * @param value what is passed for each of the target's arguments
     */
    String call(String object, Target target, UnaryOperator<String> value) {
        List<String> values = target.arguments().stream().map(value).toList();
        String receiver = target.isStatic() ? module.className() : object;
        return receiver + '.' + target.method() + '(' + arguments(values) + ')';
    }

    /** What a method returns, in words for the log, as a literal. */
    static String place(Target target) {
        return Literals.quoted("the result of " + target.method());
    }

    static String arguments(Collection<String> values) {
        return values.isEmpty() ? "" : Code.BREAK + String.join(", " + Code.BREAK, values);
    }

    /** A list of texts that never changes. */
    String list(List<String> texts) {
        return types.fill("#List.of(%s)", texts.isEmpty() ? "" : Code.BREAK + Literals.list(texts));
    }
}
