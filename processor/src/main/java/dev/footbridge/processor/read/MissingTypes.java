package dev.footbridge.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Finds types that the compiler does not know: another processor may still write them. */
public final class MissingTypes {

    private final Set<Element> visited = new HashSet<>();

    private MissingTypes() {}

    /** True if anything that the class offers, takes or asks for is made of a type that is not there. */
    public static boolean areIn(TypeElement home) {
        MissingTypes types = new MissingTypes();
        for (Served served : Served.in(home)) {
            boolean isMissing = types.areIn(served.method().getReturnType())
                    || served.method().getParameters().stream()
                            .map(VariableElement::asType)
                            .anyMatch(types::areIn);
            if (isMissing) {
                return true;
            }
        }
        boolean asksForMissing =
                Mark.on(home, Names.MCP_TOOLS).filter(types::namesMissing).isPresent();
        return asksForMissing
                || home.getEnclosedElements().stream()
                        .filter(nested -> Mark.on(nested, Names.QUESTION).isPresent())
                        .anyMatch(nested -> types.areIn(nested.asType()));
    }

    private boolean namesMissing(Mark mark) {
        boolean areAllTypes = mark.types("asks").size() == mark.texts("asks").size();
        return !areAllTypes || mark.types("asks").stream().anyMatch(this::areIn);
    }

    private boolean areIn(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return areIn(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null && areIn(wildcard.getExtendsBound());
        }
        return type instanceof DeclaredType declared
                && (declared.getTypeArguments().stream().anyMatch(this::areIn) || areInside(declared.asElement()));
    }

    private boolean areInside(Element element) {
        if (!(element instanceof TypeElement type) || !visited.add(element)) {
            return false;
        }
        return type.getKind() == ElementKind.RECORD
                ? type.getRecordComponents().stream().anyMatch(component -> areIn(component.asType()))
                : type.getPermittedSubclasses().stream().anyMatch(this::areIn);
    }
}
