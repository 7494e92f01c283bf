package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.ToolModel.Result;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what a tool's method returns. */
final class ResultReader {

    private static final Set<String> MANY =
            Set.of("java.util.List", "java.util.Collection", "java.util.Set", "java.util.stream.Stream");

    private final Reports reports;
    private final DefinitionReader definitions;

    ResultReader(Reports reports, DefinitionReader definitions) {
        this.reports = reports;
        this.definitions = definitions;
    }

    Result read(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        Site site = new Site(method, "the result", type, Mark.all(method), "");
        if (type.getKind() == TypeKind.VOID) {
            return new Result.Nothing();
        }
        if (JavaTypes.is(type, Names.TOOL_RESULT)) {
            return new Result.Whole();
        }
        if (isBlock(type) || isBlocks(type)) {
            return new Result.Blocks();
        }
        if (JavaTypes.is(type, "java.lang.String") && !site.isNullable()) {
            return new Result.Text();
        }
        if (JavaTypes.is(type, "java.util.Optional") && JavaTypes.hasArguments(type)) {
            return structured(site, JavaTypes.argument(type, 0), Occurrence.OPTIONAL);
        }
        return structured(site, type, site.isNullable() ? Occurrence.NULLABLE : Occurrence.REQUIRED);
    }

    private Result structured(Site site, TypeMirror type, Occurrence occurrence) {
        if (JavaTypes.is(type, "java.util.stream.Stream")) {
            reports.error(site.where(), "a stream is for content; return a List");
        }
        Site unconstrained = new Site(site.where(), site.name(), type, List.of(), "");
        return new Result.Structured(definitions.types().read(unconstrained, type), occurrence);
    }

    private static boolean isBlock(TypeMirror type) {
        String name = JavaTypes.text(type);
        return name.equals(Names.CONTENT) || name.startsWith(Names.CONTENT + ".");
    }

    private static boolean isBlocks(TypeMirror type) {
        return JavaTypes.hasArguments(type)
                && MANY.stream().anyMatch(many -> JavaTypes.is(type, many))
                && isBlock(JavaTypes.argument(type, 0));
    }
}
