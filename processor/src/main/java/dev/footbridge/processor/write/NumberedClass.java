package dev.footbridge.processor.write;

import java.util.ArrayList;
import java.util.List;

/**
 * A nested class of which one object stands for one of many features of a kind, by its number: a class for each would
 * have to be loaded at start.
 */
final class NumberedClass {

    private final Frame frame;
    private final String name;
    private final List<String> cases = new ArrayList<>();

    NumberedClass(Frame frame, String wanted) {
        this.frame = frame;
        this.name = frame.classes().take(wanted);
    }

    /** Adds a feature that is served by an expression; the expression that makes its object. */
    String add(String served) {
        cases.add(served);
        return "new " + name + '(' + (frame.module().needsInstance() ? "this, " : "") + (cases.size() - 1) + ')';
    }

    /**
     * Writes the class, unless it has nothing to serve.
     *
     * @param contract a template: the interface it implements
     * @param method a template: the interface's one method, up to its throws clause
     */
    void write(String contract, String method, List<Code> nested) {
        if (cases.isEmpty()) {
            return;
        }
        Code code = frame.code().open("private static final class %s implements " + contract + " {", name);
        fields(code);
        code.gap()
                .line("@#Override")
                .open("public " + method + " throws #Exception {")
                .open("return switch (number) {");
        for (int number = 0; number < cases.size(); number++) {
            code.line("case %s -> %s;", Integer.toString(number), cases.get(number));
        }
        code.line("default -> throw new #IllegalStateException();").close("};").close();
        nested.add(code.close());
    }

    private void fields(Code code) {
        String module = frame.module().moduleName();
        boolean needsModule = frame.module().needsInstance();
        if (needsModule) {
            code.line("private final %s module;", module);
        }
        code.line("private final int number;")
                .gap()
                .open("%s(%sint number) {", name, needsModule ? module + " module, " : "");
        if (needsModule) {
            code.line("this.module = module;");
        }
        code.line("this.number = number;").close();
    }
}
