package dev.footbridge.testkit.functions;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One {@code function.json}, as far as an HTTP trigger needs it.
 *
 * @param name of the folder it is in
 * @param scriptFile relative to that folder
 * @param entryPoint class, full stop, method
 * @param trigger name of the parameter; empty if there is no HTTP trigger
 * @param route without the host's prefix
 * @param methods upper case; empty for all
 * @param answers whether what the function returns is the answer
 */
record StagedFunction(
        String name,
        String scriptFile,
        String entryPoint,
        String trigger,
        String route,
        List<String> methods,
        boolean answers) {

    static StagedFunction parse(String name, JsonObject json) {
        List<JsonObject> bindings = json.array("bindings").orElse(JsonArray.EMPTY).items().stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
        Optional<JsonObject> trigger = bindings.stream()
                .filter(one -> is(one, "type", "httpTrigger") && is(one, "direction", "in"))
                .findFirst();
        return new StagedFunction(
                name,
                json.string("scriptFile").orElse(""),
                json.string("entryPoint").orElse(""),
                trigger.flatMap(one -> one.string("name")).orElse(""),
                trigger.flatMap(one -> one.string("route")).orElse(name),
                trigger.flatMap(one -> one.array("methods"))
                        .map(StagedFunction::methods)
                        .orElse(List.of()),
                bindings.stream().anyMatch(one -> is(one, "type", "http") && is(one, "name", "$return")));
    }

    private static boolean is(JsonObject binding, String member, String value) {
        return binding.string(member).filter(value::equalsIgnoreCase).isPresent();
    }

    private static List<String> methods(JsonArray names) {
        return names.items().stream().map(StagedFunction::method).toList();
    }

    private static String method(Json name) {
        return name instanceof JsonString text ? text.value().toUpperCase(Locale.ROOT) : "";
    }

    String className() {
        int stop = entryPoint.lastIndexOf('.');
        return stop < 0 ? "" : entryPoint.substring(0, stop);
    }

    String methodName() {
        return entryPoint.substring(entryPoint.lastIndexOf('.') + 1);
    }
}
