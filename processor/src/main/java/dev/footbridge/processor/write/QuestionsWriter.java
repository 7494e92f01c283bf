package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Definition.RecordType;
import java.util.List;

/** Writes the records that users are asked for: a nested class for each, loaded when it is first asked. */
final class QuestionsWriter {

    private final Frame frame;
    private final List<Code> nested;

    QuestionsWriter(Frame frame, List<Code> nested) {
        this.frame = frame;
        this.nested = nested;
    }

    /** The method that finds them. */
    Code write() {
        Code code = frame.code().line("@#Override").open("public #Optional<#Question<?>> question(#Class<?> type) {");
        for (RecordType question : frame.module().questions()) {
            String name = frame.classes().take(Words.type(question.name()) + "Question");
            nested.add(question(question, name));
            code.open("if (type == %s.class) {", frame.types().type(question.javaType()))
                    .line("return #Optional.of(new %s());", name)
                    .close();
        }
        return code.line("return #Optional.empty();").close();
    }

    private Code question(RecordType question, String name) {
        Nest nest = new Nest(frame, "fields", "read");
        String type = frame.types().type(question.javaType());
        List<String> fields =
                question.members().stream().map(new FieldWriter(frame)::write).toList();
        Code methods = frame.code()
                .line("@#Override")
                .open("public #Fields fields() {")
                .line(
                        "return #Fields.of(%s);",
                        String.join(
                                ",",
                                fields.stream().map(field -> Code.LINE + field).toList()))
                .close()
                .gap()
                .line("@#Override")
                .open("public %s read(#Values answer) {", type)
                .line("#Slot document = #Slot.of(answer.raw());")
                .line("%s in = %s(document.object());", type, new Readers(nest).record(question, ""))
                .open("if (in == null) {")
                .line("throw #Misfits.answer(document.problems());")
                .close()
                .line("return in;")
                .close();
        return nest.write(frame.types().fill("%s implements #Question<%s>", name, type), methods);
    }
}
