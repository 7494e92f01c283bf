package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Target;
import dev.footbridge.processor.model.ToolModel;
import dev.footbridge.processor.model.ToolModel.Result;

/** Writes the nested class that runs one tool: what is loaded by its first call, and nothing else. */
final class ToolClass {

    private final Frame frame;
    private final ToolModel tool;
    private final Nest nest;
    private final String place;

    private ToolClass(Frame frame, ToolModel tool) {
        this.frame = frame;
        this.tool = tool;
        this.nest = new Nest(frame, "call");
        this.place = Frame.place(tool.target());
    }

    static Code write(Frame frame, ToolModel tool, String name) {
        ToolClass writer = new ToolClass(frame, tool);
        Code call = writer.call();
        return writer.nest.write(name, call);
    }

    private Code call() {
        Code code = frame.code();
        code.open(
                        "static #ToolResult call(%s#JsonObject arguments, #Call call) throws #Exception {",
                        frame.targetParameter())
                .line("#Slot document = #Slot.of(arguments);");
        Readers readers = new Readers(nest);
        String called =
                tool.target().arguments().contains(Target.RECORD) ? ofRecord(readers, code) : ofMembers(readers, code);
        result(called, code);
        return code.close();
    }

    private String ofRecord(Readers readers, Code code) {
        String type = frame.types().type(tool.arguments().javaType());
        code.line("%s in = %s(document.object());", type, readers.record(tool.arguments(), ""))
                .open("if (in == null) {")
                .line("throw new #InvalidArguments(document.problems());")
                .close();
        return frame.call("target", tool.target(), argument -> argument.equals(Target.RECORD) ? "in" : "call");
    }

    private String ofMembers(Readers readers, Code code) {
        code.line("#ObjectSlot in = document.object();");
        Scope locals = frame.locals("target", "arguments", "call", "document", "in", "result");
        Arguments variables = Arguments.read(tool.arguments(), readers, code, locals);
        code.open("if (!%s) {", readers.ok(tool.arguments(), ""))
                .line("throw new #InvalidArguments(document.problems());")
                .close();
        return frame.call(
                "target", tool.target(), argument -> argument.equals(Target.CALL) ? "call" : variables.of(argument));
    }

    private void result(String called, Code code) {
        Result result = tool.result();
        if (result instanceof Result.Nothing) {
            code.line("%s;", called).line("return #Results.done();");
        } else if (result instanceof Result.Text) {
            code.line("return #Results.text(%s);", called);
        } else if (result instanceof Result.Blocks) {
            code.line("return #Results.content(%s);", called);
        } else if (result instanceof Result.Whole) {
            code.line("return #Out.present(%s, %s);", called, place);
        } else {
            structured((Result.Structured) result, called, code);
        }
    }

    private void structured(Result.Structured result, String called, Code code) {
        Values values = new Values(nest);
        Shape shape = result.shape();
        if (result.occurrence() == Occurrence.REQUIRED) {
            code.line("return #ToolResult.structured(%s);", values.write(shape, called, place, "result"));
            return;
        }
        boolean optional = result.occurrence() == Occurrence.OPTIONAL;
        code.line("var result = %s;", optional ? frame.types().fill("#Out.present(%s, %s)", called, place) : called);
        code.open("if (%s) {", optional ? "result.isEmpty()" : "result == null")
                .line("return #ToolResult.structured(#JsonNull.NULL);")
                .close();
        String value = optional ? "result.get()" : "result";
        code.line("return #ToolResult.structured(%s);", values.write(shape, value, place, "result"));
    }
}
