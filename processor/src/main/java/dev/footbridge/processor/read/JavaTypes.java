package dev.footbridge.processor.read;

import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Types as source code has them, without the annotations they may carry. */
final class JavaTypes {

    private JavaTypes() {}

    static String text(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            String name = qualifiedName(declared);
            return declared.getTypeArguments().isEmpty()
                    ? name
                    : declared.getTypeArguments().stream()
                            .map(JavaTypes::text)
                            .collect(Collectors.joining(", ", name + "<", ">"));
        }
        if (type instanceof ArrayType array) {
            return text(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? "?" : "? extends " + text(wildcard.getExtendsBound());
        }
        return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID
                ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
                : type.toString();
    }

    /** Without type arguments. */
    static String qualifiedName(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    static boolean is(TypeMirror type, String qualifiedName) {
        return type instanceof DeclaredType declared && qualifiedName(declared).equals(qualifiedName);
    }

    /** The type, or what a wildcard stands for at best. */
    static TypeMirror concrete(TypeMirror type) {
        return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : type;
    }

    static TypeMirror argument(TypeMirror type, int index) {
        return concrete(((DeclaredType) type).getTypeArguments().get(index));
    }

    static boolean hasArguments(TypeMirror type) {
        return type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
    }
}
