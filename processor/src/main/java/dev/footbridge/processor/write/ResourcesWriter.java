package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.ResourceModel.Result;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Target;
import java.util.ArrayList;
import java.util.List;

/** Writes the resources: how each is listed, and a nested class for each that is loaded when it is first read. */
final class ResourcesWriter {

    private static final String SIGNATURE = "#List<#ResourceContents> read(%s#String uri, " + Code.BREAK
            + "#Map<#String, #String> variables, #Call call)";

    private final Frame frame;
    private final CompletersWriter completers;
    private final List<Code> classes = new ArrayList<>();
    private final NumberedClass readers;

    ResourcesWriter(Frame frame, CompletersWriter completers) {
        this.frame = frame;
        this.completers = completers;
        this.readers = new NumberedClass(frame, "Resources");
    }

    /** The statements that add them all. */
    List<String> write(List<Code> nested) {
        List<String> statements =
                frame.module().resources().stream().map(this::added).toList();
        readers.write("#ResourceReader", SIGNATURE.replace("%s", ""), nested);
        nested.addAll(classes);
        return statements;
    }

    private String added(ResourceModel resource) {
        String name = frame.classes().take(Words.type(resource.name()) + "Resource");
        classes.add(reader(resource, name));
        String start = resource.isTemplate() ? "#ResourceTemplate.matching(%s)" : "#Resource.at(%s)";
        Steps steps = Steps.onLines(frame.types().fill(start, Literals.quoted(resource.uri())))
                .unlessEmpty("named", resource.name())
                .unlessEmpty("title", resource.title())
                .unlessEmpty("describedAs", resource.description())
                .unlessEmpty("mimeType", resource.mimeType());
        for (Member variable : resource.variables()) {
            completers
                    .ofResource(resource, variable)
                    .ifPresent(completer ->
                            steps.then("completes", Literals.quoted(variable.wireName()) + ", " + completer));
        }
        steps.then("reads", readers.add(name + ".read(" + frame.targetArgument() + "uri, variables, call)"));
        return (resource.isTemplate() ? "features.template(" : "features.resource(") + steps + ");";
    }

    private Code reader(ResourceModel resource, String name) {
        Nest nest = new Nest(frame, "read");
        Code read = frame.code().open("static " + SIGNATURE + " throws #Exception {", frame.targetParameter());
        Arguments variables = variables(resource, nest, read);
        String called = frame.call(
                "target",
                resource.target(),
                argument -> argument.equals(Target.CALL) ? "call" : variables.of(argument));
        contents(resource, value(resource, called, read), nest, read);
        return nest.write(name, read.close());
    }

    /** What the method returned; null is for {@link Values} to refuse, or refused here. */
    private String value(ResourceModel resource, String called, Code code) {
        boolean structured = resource.result() instanceof Result.Structured && !resource.isOptional();
        String place = Frame.place(resource.target());
        String present = structured ? called : frame.types().fill("#Out.present(%s, %s)", called, place);
        if (!resource.isOptional()) {
            return present;
        }
        code.line("var result = %s;", present)
                .open("if (result.isEmpty()) {")
                .line("return #List.of();")
                .close();
        return "result.get()";
    }

    /** A variable that does not fit means that there is no such resource. */
    private Arguments variables(ResourceModel resource, Nest nest, Code code) {
        List<String> numbers = resource.variables().stream()
                .filter(variable -> variable.shape() instanceof Shape.Whole)
                .map(Member::wireName)
                .toList();
        if (!resource.variables().isEmpty()) {
            code.line("#Slot document = #Variables.document(variables, %s);", frame.list(numbers))
                    .line("#ObjectSlot in = document.object();");
        }
        Readers readers = new Readers(nest);
        var parameters = Arguments.parameters(resource.name(), resource.variables());
        Scope locals = frame.locals("target", "uri", "variables", "call", "document", "in", "result", "json");
        Arguments variables = Arguments.read(parameters, readers, code, locals);
        if (!resource.variables().isEmpty()) {
            code.open("if (!%s) {", readers.ok(parameters, ""))
                    .line("return #List.of();")
                    .close();
        }
        return variables;
    }

    private void contents(ResourceModel resource, String value, Nest nest, Code code) {
        Result result = resource.result();
        String mimeType = Literals.quoted(resource.mimeType());
        if (result instanceof Result.ContentsList) {
            code.line("return #List.copyOf(%s);", value);
        } else if (result instanceof Result.Contents) {
            code.line("return #List.of(%s);", value);
        } else if (result instanceof Result.Bytes) {
            code.line(
                    "return #List.of(#ResourceContents.blob(uri, %s, " + Code.BREAK + "#Bytes.of(%s)));",
                    mimeType,
                    value);
        } else {
            String text = value;
            if (result instanceof Result.Structured structured) {
                String place = Frame.place(resource.target());
                code.line("#Json json = %s;", new Values(nest).write(structured.shape(), value, place, "result"));
                text = frame.types().fill("#JsonWriter.text(json)");
            }
            code.line("return #List.of(#ResourceContents.text(uri, %s, " + Code.BREAK + "%s));", mimeType, text);
        }
    }
}
