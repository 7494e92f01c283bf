package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Creation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds out how an object of an annotated class is made. */
final class CreationReader {

    private CreationReader() {}

    /** The class's one constructor, if generated code in its package can call it as it is. */
    static Optional<Creation> read(TypeElement home) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(home.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .toList();
        if (constructors.size() != 1 || home.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.empty();
        }
        ExecutableElement constructor = constructors.get(0);
        boolean isPlain = constructor.getTypeParameters().isEmpty()
                && constructor.getParameters().stream().allMatch(parameter -> isVisible(parameter.asType()))
                && constructor.getThrownTypes().stream().allMatch(CreationReader::isVisible);
        return isPlain ? Optional.of(creation(constructor)) : Optional.empty();
    }

    private static Creation creation(ExecutableElement constructor) {
        return new Creation(
                constructor.getParameters().stream()
                        .map(parameter -> new Creation.Parameter(
                                JavaTypes.text(parameter.asType()),
                                parameter.getSimpleName().toString()))
                        .toList(),
                constructor.getThrownTypes().stream().map(JavaTypes::text).toList());
    }

    private static boolean isVisible(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isVisible(array.getComponentType());
        }
        if (type.getKind() == TypeKind.WILDCARD) {
            return isVisible(JavaTypes.concrete(type));
        }
        if (!(type instanceof DeclaredType declared)) {
            return true;
        }
        for (Element scope = declared.asElement(); scope instanceof TypeElement; scope = scope.getEnclosingElement()) {
            if (scope.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
        }
        return declared.getTypeArguments().stream().allMatch(CreationReader::isVisible);
    }
}
