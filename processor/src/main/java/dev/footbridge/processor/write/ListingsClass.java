package dev.footbridge.processor.write;

import dev.footbridge.feature.Effect;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.model.ToolModel;
import dev.footbridge.processor.model.ToolModel.Result;
import dev.footbridge.processor.schema.Schemas;
import dev.footbridge.protocol.Icon;
import java.util.List;

/** Writes the nested class with what clients are told about the tools, as JSON that is ready to be sent. */
final class ListingsClass {

    private final Frame frame;
    private final Code code;
    private final Scope methods = Scope.ofMembers()
            .reserve("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    ListingsClass(Frame frame, String name) {
        this.frame = frame;
        this.code = frame.code().open("private static final class %s {", name);
    }

    /** Adds a tool; the name of its method. */
    String add(ToolModel tool) {
        String words = Words.type(tool.name());
        String name = methods.take(Character.toLowerCase(words.charAt(0)) + words.substring(1));
        List<String> parts = List.of(
                json(tool.name()),
                tool.title().isEmpty() ? "" : json(tool.title()),
                json(tool.description()),
                tool.icon().isEmpty() ? "" : JsonWriter.text(Icon.toJson(List.of(icon(tool.icon())))),
                JsonWriter.text(Schemas.input(tool.arguments(), frame.definitions())),
                output(tool.result()),
                JsonWriter.text(Effect.valueOf(tool.effect()).annotations(tool.openWorld())));
        List<String> literals = parts.stream().map(Literals::string).toList();
        code.gap()
                .open("static #ListedTool %s() {", name)
                .line("return new #ListedTool(" + Code.LINE + "%s);", String.join("," + Code.LINE, literals))
                .close();
        return name;
    }

    Code write() {
        return code.close();
    }

    private String output(Result result) {
        return result instanceof Result.Structured structured
                ? JsonWriter.text(Schemas.output(structured.shape(), structured.occurrence(), frame.definitions()))
                : "";
    }

    private static Icon icon(String source) {
        return new Icon(source, null, List.of(), null);
    }

    private static String json(String text) {
        return JsonWriter.text(Json.of(text));
    }
}
