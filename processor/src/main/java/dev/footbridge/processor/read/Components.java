package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * What is written at a component of a record. The compiler hands annotations on to the field, the accessor and the
 * constructor's parameter, each to where it may stand, so they are collected from everywhere.
 */
final class Components {

    private Components() {}

    /** Each from the twin whose lines most compilers know. */
    static List<Mark> marks(RecordComponentElement component) {
        List<Mark> found = new ArrayList<>();
        twins(component).forEach(twin -> found.addAll(Mark.all(twin)));
        return Agreement.of(found);
    }

    /** The field: unlike the component, every compiler knows its line. */
    static Element place(RecordComponentElement component) {
        return ElementFilter.fieldsIn(Owners.of(component).getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .<Element>map(field -> field)
                .findFirst()
                .orElse(component);
    }

    private static List<Element> twins(RecordComponentElement component) {
        TypeElement owner = (TypeElement) Owners.of(component);
        List<Element> twins = new ArrayList<>();
        int components = owner.getRecordComponents().size();
        int index = owner.getRecordComponents().indexOf(component);
        owner.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.CONSTRUCTOR)
                .map(javax.lang.model.element.ExecutableElement.class::cast)
                .map(javax.lang.model.element.ExecutableElement::getParameters)
                .filter(parameters -> parameters.size() == components
                        && parameters.get(index).getSimpleName().equals(component.getSimpleName()))
                .<Element>map(parameters -> parameters.get(index))
                // Eclipse's compiler does not know where the parameters of a compact constructor belong.
                .filter(parameter -> parameter.getEnclosingElement() != null)
                .forEach(twins::add);
        twins.add(place(component));
        if (component.getAccessor() != null) {
            twins.add(component.getAccessor());
        }
        twins.add(component);
        return twins;
    }
}
