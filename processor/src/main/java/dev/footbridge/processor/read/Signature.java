package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What every method that is served has in common. */
final class Signature {

    private final ExecutableElement method;
    private final Docs docs;

    Signature(Compiler compiler, ExecutableElement method) {
        this.method = method;
        this.docs = compiler.docs(method);
    }

    String name() {
        return method.getSimpleName().toString();
    }

    boolean isStatic() {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    TypeMirror result() {
        return method.getReturnType();
    }

    /** What the annotation says, or else the Javadoc. */
    String description(String annotated) {
        return annotated.isEmpty() ? docs.text() : annotated;
    }

    /** The parameters that are values; calls and the like are passed as they are. */
    List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            if (!isCall(parameter)) {
                sites.add(site(parameter));
            }
        }
        return sites;
    }

    Site site(VariableElement parameter) {
        String name = parameter.getSimpleName().toString();
        return new Site(parameter, name, parameter.asType(), Dialects.read(parameter, method), docs.parameter(name));
    }

    List<? extends VariableElement> parameters() {
        return method.getParameters();
    }

    static boolean isCall(Element parameter) {
        return JavaTypes.is(parameter.asType(), Names.CALL);
    }

    void verify(Reports reports) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            reports.error(method, "generated code cannot call a private method: make it package-private or public");
        }
        if (method.getModifiers().contains(Modifier.ABSTRACT)) {
            reports.error(method, "an abstract method has nothing to run");
        }
        if (!method.getTypeParameters().isEmpty()) {
            reports.error(method, "a method with type parameters has no schema");
        }
        long calls = method.getParameters().stream().filter(Signature::isCall).count();
        if (calls > 1) {
            reports.error(method, "one Call is enough");
        }
    }
}
