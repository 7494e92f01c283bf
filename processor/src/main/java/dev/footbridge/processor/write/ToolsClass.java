package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.ToolModel;
import dev.footbridge.processor.model.ToolModel.Terms;
import java.util.List;

/** Writes the nested class that makes the tools, and leads to the class that runs or lists one of them. */
final class ToolsClass {

    /** So many cases of a switch stay far below the 64 kB that a method may have. */
    private static final int CASES = 500;

    private final Frame frame;
    private final List<ToolModel> tools;

    ToolsClass(Frame frame) {
        this.frame = frame;
        this.tools = frame.module().tools();
    }

    /**
     * The class.
     *
     * @param running the names of the classes that run the tools, in their order
     * @param listing the names of the methods that list them
     */
    Code write(String name, List<String> running, List<String> listing) {
        Code code = frame.code().open("private static final class %s extends #CompiledTools {", name);
        if (frame.module().needsInstance()) {
            String type = frame.module().moduleName();
            code.line("private final %s module;", type)
                    .gap()
                    .open("%s(%s module) {", name, type)
                    .line("this.module = module;")
                    .close();
        }
        make(code.gap());
        call(code.gap(), running);
        listing(code.gap(), listing);
        return code.close();
    }

    private void make(Code code) {
        for (int start = 0; start < tools.size(); start += CASES) {
            int end = Math.min(tools.size(), start + CASES);
            if (start == 0) {
                code.line("@#Override").open("public #Tool make(#String name) {");
            } else {
                code.gap().open("private #Tool make%s(#String name) {", Integer.toString(start));
            }
            code.open("return switch (name) {");
            for (int number = start; number < end; number++) {
                code.line("case %s -> %s;", Literals.quoted(tools.get(number).name()), made(number));
            }
            code.line("default -> %s;", end == tools.size() ? "null" : "make" + end + "(name)")
                    .close("};")
                    .close();
        }
    }

    private String made(int number) {
        ToolModel tool = tools.get(number);
        Types types = frame.types();
        StringBuilder made = new StringBuilder(types.fill(
                "tool(name, " + number + ", #Effect." + tool.effect() + ", %s)", String.valueOf(tool.openWorld())));
        if (tool.timeoutMillis() > 0) {
            made.append(Code.BREAK)
                    .append(types.fill(".limitedTo(#Duration.ofMillis(" + Literals.whole(tool.timeoutMillis()) + "))"));
        }
        if (!tool.terms().equals(Terms.USUAL)) {
            made.append(Code.BREAK).append(".on(").append(terms(tool.terms())).append(')');
        }
        List<String> headers = tool.arguments().members().stream()
                .filter(member -> !member.header().isEmpty())
                .map(this::header)
                .toList();
        if (!headers.isEmpty()) {
            made.append(Code.BREAK)
                    .append(".mirroring(")
                    .append(Frame.arguments(headers))
                    .append(')');
        }
        return made.toString();
    }

    private String terms(Terms terms) {
        StringBuilder made = new StringBuilder("#ToolTerms.USUAL");
        if (!terms.scopes().isEmpty()) {
            made.append(".requiring(").append(Literals.list(terms.scopes())).append(')');
        }
        if (!terms.rate().isEmpty()) {
            made.append(".ratedAt(#Rate.parse(")
                    .append(Literals.quoted(terms.rate()))
                    .append("))");
        }
        if (terms.cost() != 1) {
            made.append(".costing(").append(Literals.whole(terms.cost())).append(')');
        }
        return frame.types().fill(made + (terms.recordedFirst() ? ".recordingFirst()" : ""));
    }

    private String header(Member member) {
        String type = member.shape() instanceof Shape.Whole ? "integer" : "string";
        return frame.types()
                .fill(
                        "new #HeaderParams.Param(%s, %s, %s)",
                        Literals.quoted("Mcp-Param-" + member.header()),
                        frame.list(List.of(member.wireName())),
                        Literals.quoted(member.shape() instanceof Shape.Flag ? "boolean" : type));
    }

    private void call(Code code, List<String> running) {
        code.line("@#Override")
                .open("protected #ToolResult call(int number, #JsonObject arguments, #Call call) throws #Exception {");
        numbered(code, running, ".call(" + frame.targetArgument() + "arguments, call)");
    }

    private void listing(Code code, List<String> listing) {
        code.line("@#Override").open("protected #ListedTool listing(int number) {");
        numbered(code, listing, "()");
    }

    private static void numbered(Code code, List<String> names, String call) {
        code.open("return switch (number) {");
        for (int number = 0; number < names.size(); number++) {
            code.line("case %s -> %s%s;", Integer.toString(number), names.get(number), call);
        }
        code.line("default -> throw unknown(number);").close("};").close();
    }
}
