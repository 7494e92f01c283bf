package dev.footbridge.processor.write;

import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the module of an annotated class: one Java source file of ASCII characters. Stateless and thread-safe; equal
 * models give equal text.
 */
public final class ModuleWriter {

    private static final String PROCESSOR = "dev.footbridge.processor.FootbridgeProcessor";

    /** So many stay far below the 64 kB that a method may have. */
    private static final int STATEMENTS = 100;

    private final ModuleModel module;
    private final Frame frame;

    private ModuleWriter(ModuleModel module) {
        this.module = module;
        this.frame = Frame.of(module);
    }

    public static String write(ModuleModel module) {
        return new ModuleWriter(module).write();
    }

    private String write() {
        Code body = body();
        StringBuilder source = new StringBuilder();
        if (!module.packageName().isEmpty()) {
            source.append("package ").append(module.packageName()).append(";\n\n");
        }
        frame.types()
                .imports()
                .forEach(name -> source.append("import ").append(name).append(";\n"));
        return ascii(source.append('\n').append(body.render()));
    }

    private Code body() {
        List<Code> nested = new ArrayList<>();
        Code outer = frame.code();
        new TargetWriter(frame).write(outer);
        outer.gap();
        Code tools = module.tools().isEmpty() ? frame.code() : tools(nested);
        adding(nested, outer);
        outer.gap().include(tools);
        if (!module.questions().isEmpty()) {
            outer.gap().include(new QuestionsWriter(frame, nested).write());
        }
        Code code = frame.code()
                .line(
                        "/** Serves %s. Written by Footbridge's annotation processor; changes are lost. */",
                        module.className())
                .line("@#Generated(%s)", Literals.quoted(PROCESSOR))
                .line("@#NullUnmarked")
                .line("@#SuppressWarnings({\"all\", \"deprecation\", \"removal\"})")
                .open(
                        "%sfinal class %s implements #McpModule%s%s {",
                        module.isPublic() ? "public " : "",
                        module.moduleName(),
                        module.tools().isEmpty() ? "" : frame.types().fill(", #Source<#Tool>"),
                        module.questions().isEmpty() ? "" : frame.types().fill(", #Question.Source"))
                .include(outer);
        nested.forEach(part -> code.gap().include(part));
        return code.close();
    }

    /** Writes {@code addTo}, with a method more for every hundred prompts or resources. */
    private void adding(List<Code> nested, Code outer) {
        List<String> statements = new ArrayList<>();
        if (!module.tools().isEmpty()) {
            statements.add("features.tools(this);");
        }
        if (!module.questions().isEmpty()) {
            statements.add("features.questions(this);");
        }
        CompletersWriter completers = new CompletersWriter(frame);
        statements.addAll(new ResourcesWriter(frame, completers).write(nested));
        statements.addAll(new PromptsWriter(frame, completers).write(nested));
        completers.write(nested);
        outer.line("@#Override").open("public void addTo(#FeatureSet.Builder features) {");
        for (int i = 0; i < statements.size(); i++) {
            if (i > 0 && i % STATEMENTS == 0) {
                outer.line("addMore%s(features);", Integer.toString(i))
                        .close()
                        .gap()
                        .open("private void addMore%s(#FeatureSet.Builder features) {", Integer.toString(i));
            }
            outer.line("%s", statements.get(i));
        }
        outer.close();
    }

    /** Adds the nested classes of all tools; the methods that lead there, none of which loads one at start. */
    private Code tools(List<Code> nested) {
        String tools = frame.classes().take("Tools");
        String listings = frame.classes().take("Listings");
        ListingsClass listing = new ListingsClass(frame, listings);
        List<String> listed = new ArrayList<>();
        List<String> running = new ArrayList<>();
        List<Code> classes = new ArrayList<>();
        for (ToolModel tool : module.tools()) {
            String name = frame.classes().take(Words.type(tool.name()) + "Tool");
            running.add(name);
            listed.add(listings + '.' + listing.add(tool));
            classes.add(ToolClass.write(frame, tool, name));
        }
        nested.add(new ToolsClass(frame).write(tools, running, listed));
        nested.add(listing.write());
        nested.addAll(classes);
        return leading("new " + tools + '(' + (module.needsInstance() ? "this" : "") + ')');
    }

    /** All names are one constant: a thousand literals would be a thousand constants that every start has to read. */
    private Code leading(String tools) {
        List<String> names = module.tools().stream().map(ToolModel::name).toList();
        List<String> hashes =
                names.stream().map(name -> Integer.toString(name.hashCode())).toList();
        return frame.code()
                .line("@#Override")
                .open("public int[] hashes() {")
                .line("return new int[] {%s};", Code.BREAK + String.join(", " + Code.BREAK, hashes))
                .close()
                .gap()
                .line("@#Override")
                .open("public #List<#String> names() {")
                .line("return #List.of(%s.split(\" \"));", Literals.string(String.join(" ", names)))
                .close()
                .gap()
                .line("@#Override")
                .open("public #Tool make(#String name) {")
                .line("return %s.make(name);", tools)
                .close();
    }

    /** Compilers read sources in whatever encoding they are told, or not told. */
    private static String ascii(CharSequence source) {
        StringBuilder text = new StringBuilder();
        source.chars().forEach(c -> {
            if (c <= '~') {
                text.append((char) c);
            } else {
                text.append(String.format("\\u%04x", c));
            }
        });
        return text.toString();
    }
}
