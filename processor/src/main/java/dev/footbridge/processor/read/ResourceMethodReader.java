package dev.footbridge.processor.read;

import dev.footbridge.feature.UriTemplate;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.ResourceModel;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Reads the methods that are resources. */
final class ResourceMethodReader {

    private final Compiler compiler;
    private final Reports reports;
    private final DefinitionReader definitions;

    ResourceMethodReader(Compiler compiler, Reports reports, DefinitionReader definitions) {
        this.compiler = compiler;
        this.reports = reports;
        this.definitions = definitions;
    }

    ResourceModel read(ExecutableElement method, Mark mark) {
        Signature signature = new Signature(compiler, method);
        signature.verify(reports);
        String uri = mark.text("uri");
        List<String> passed = new ArrayList<>();
        List<Member> variables = variables(signature, passed);
        verifyUri(mark, variables);
        String description = signature.description(mark.text("description"));
        if (description.isBlank()) {
            reports.missing(mark, method, "resource " + uri + " needs a description: write Javadoc");
        }
        boolean isOptional = JavaTypes.is(method.getReturnType(), "java.util.Optional")
                && JavaTypes.hasArguments(method.getReturnType());
        TypeMirror type = isOptional ? JavaTypes.argument(method.getReturnType(), 0) : method.getReturnType();
        ResourceModel.Result result = result(type, method);
        return new ResourceModel(
                new Target(signature.name(), signature.isStatic(), passed),
                uri,
                uri.contains("{"),
                mark.text("name").isEmpty() ? signature.name() : mark.text("name"),
                mark.text("title"),
                description,
                mark.text("mimeType").isEmpty() ? mimeType(result) : mark.text("mimeType"),
                variables,
                result,
                isOptional);
    }

    private List<Member> variables(Signature signature, List<String> passed) {
        List<Member> variables = new ArrayList<>();
        for (VariableElement parameter : signature.parameters()) {
            if (Signature.isCall(parameter)) {
                passed.add(Target.CALL);
                continue;
            }
            passed.add(parameter.getSimpleName().toString());
            Member variable = definitions.members().read(signature.site(parameter));
            boolean fits = variable.shape() instanceof Shape.Text
                    || variable.shape() instanceof Shape.Whole
                    || variable.shape() instanceof Shape.Choice
                    || variable.shape() instanceof Shape.Formatted;
            boolean isSaid = reports.failedAt(parameter);
            if (!isSaid && (!fits || variable.occurrence() != Occurrence.REQUIRED)) {
                reports.error(parameter, "variables of a URI are text, whole numbers, enums, UUIDs or dates");
            }
            variables.add(variable);
        }
        return variables;
    }

    private void verifyUri(Mark mark, List<Member> variables) {
        String uri = mark.text("uri");
        Set<String> named = new HashSet<>();
        variables.forEach(variable -> named.add(variable.wireName()));
        try {
            if (!uri.contains("{")) {
                if (!URI.create(uri).isAbsolute()) {
                    reports.error(mark, "uri", "the URI needs a scheme, such as orders://recent");
                }
                named.forEach(name -> reports.error(mark, "uri", "the URI has no variable {" + name + "}"));
                return;
            }
            Set<String> inUri = new HashSet<>(UriTemplate.parse(uri).variables());
            inUri.stream()
                    .filter(name -> !named.contains(name))
                    .forEach(name -> reports.error(mark, "uri", "no parameter takes the variable {" + name + "}"));
            named.stream()
                    .filter(name -> !inUri.contains(name))
                    .forEach(name -> reports.error(mark, "uri", "the URI has no variable {" + name + "}"));
        } catch (IllegalArgumentException unusable) {
            reports.error(mark, "uri", String.valueOf(unusable.getMessage()));
        }
    }

    private ResourceModel.Result result(TypeMirror type, ExecutableElement method) {
        if (JavaTypes.is(type, "java.lang.String")) {
            return new ResourceModel.Result.Text();
        }
        if (type instanceof ArrayType && JavaTypes.text(type).equals("byte[]")) {
            return new ResourceModel.Result.Bytes();
        }
        if (isContents(type)) {
            return new ResourceModel.Result.Contents();
        }
        if (JavaTypes.is(type, "java.util.List")
                && JavaTypes.hasArguments(type)
                && isContents(JavaTypes.argument(type, 0))) {
            return new ResourceModel.Result.ContentsList();
        }
        Site site = new Site(method, "the result", type, List.of(), "");
        return new ResourceModel.Result.Structured(definitions.types().read(site, type));
    }

    private static boolean isContents(TypeMirror type) {
        String name = JavaTypes.text(type);
        return name.equals(Names.CONTENTS) || name.startsWith(Names.CONTENTS + ".");
    }

    /** Contents say their own type. */
    private static String mimeType(ResourceModel.Result result) {
        if (result instanceof ResourceModel.Result.Text) {
            return "text/plain";
        }
        if (result instanceof ResourceModel.Result.Bytes) {
            return "application/octet-stream";
        }
        return result instanceof ResourceModel.Result.Structured ? "application/json" : "";
    }
}
