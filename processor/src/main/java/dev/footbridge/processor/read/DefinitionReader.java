package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Definition.SealedType;
import dev.footbridge.processor.model.Definition.Variant;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads records and sealed interfaces, each once, however often and from wherever they are referred to. */
final class DefinitionReader {

    private static final String DEFAULT_TAG = "type";

    private final Compiler compiler;
    private final Reports reports;
    private final TypeElement home;
    private final MemberReader members;
    private final TypeReader types;
    private final Map<String, String> names = new HashMap<>();
    private final SortedMap<String, Definition> definitions = new TreeMap<>();
    private final Map<String, Element> places = new HashMap<>();

    DefinitionReader(Compiler compiler, Reports reports, TypeElement home) {
        this.compiler = compiler;
        this.reports = reports;
        this.home = home;
        this.types = new TypeReader(reports, this);
        this.members = new MemberReader(compiler, reports, types);
    }

    MemberReader members() {
        return members;
    }

    TypeReader types() {
        return types;
    }

    /** Everything that was referred to, by name. */
    SortedMap<String, Definition> all() {
        return definitions;
    }

    /** Where a definition, or a member of one by its Java name, was declared. */
    Element place(String definition, String member) {
        return places.getOrDefault(definition + "." + member, places.getOrDefault(definition, home));
    }

    /** @param where what refers to it, for mistakes of the reference */
    Shape.Reference refer(DeclaredType type, Element where) {
        String javaType = JavaTypes.text(type);
        String known = names.get(javaType);
        if (known == null) {
            known = newName(type);
            names.put(javaType, known);
            places.put(known, type.asElement());
            verifyVisible((TypeElement) type.asElement(), where);
            // A name first, so that a type may refer to itself.
            Definition definition = type.asElement().getKind() == ElementKind.RECORD
                    ? record(type, known)
                    : sealed((TypeElement) type.asElement(), known);
            definitions.put(known, definition);
        }
        return new Shape.Reference(javaType, known);
    }

    private RecordType record(DeclaredType type, String name) {
        TypeElement element = (TypeElement) type.asElement();
        reports.untranslated(Mark.all(element), element);
        Docs docs = compiler.docs(element);
        List<Member> read = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            String member = component.getSimpleName().toString();
            // The field, because javac does not know the accessor of every record yet when processors run.
            Element where = Components.place(component);
            TypeMirror held = compiler.types().asMemberOf(type, where);
            places.put(name + "." + member, where);
            read.add(members.read(new Site(where, member, held, Components.marks(component), docs.parameter(member))));
        }
        verifyNames(read, name);
        return new RecordType(
                name,
                JavaTypes.text(type),
                said(element, Names.TITLE),
                description(element, docs),
                read,
                CrossFields.atLeastOne(element, read, reports),
                CrossFields.requirements(element, read, reports));
    }

    private SealedType sealed(TypeElement element, String name) {
        String tag = said(element, Names.TAG).isEmpty() ? DEFAULT_TAG : said(element, Names.TAG);
        List<Variant> variants = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (TypeMirror permitted : element.getPermittedSubclasses()) {
            Element variant = ((DeclaredType) permitted).asElement();
            if (variant.getKind() != ElementKind.RECORD || JavaTypes.hasArguments(permitted)) {
                reports.error(variant, "a sealed interface of arguments or results permits plain records only");
                continue;
            }
            String value =
                    said(variant, Names.TAG).isEmpty() ? variant.getSimpleName().toString() : said(variant, Names.TAG);
            if (!values.add(value)) {
                reports.error(variant, "two records of " + element.getSimpleName() + " have the tag " + value);
            }
            String record = refer((DeclaredType) permitted, variant).name();
            verifyTagIsFree(tag, (RecordType) definitions.get(record), variant);
            variants.add(new Variant(value, record));
        }
        Docs docs = compiler.docs(element);
        return new SealedType(
                name,
                element.getQualifiedName().toString(),
                said(element, Names.TITLE),
                description(element, docs),
                tag,
                variants);
    }

    /** @param record null while it is being read, in a cycle; then another reference verifies it */
    private void verifyTagIsFree(String tag, @org.jspecify.annotations.Nullable RecordType record, Element where) {
        if (record != null
                && record.members().stream()
                        .anyMatch(member -> member.wireName().equals(tag))) {
            reports.error(
                    where, "the component '" + tag + "' has the name of the tag: rename it, or the tag with @Tag");
        }
    }

    private void verifyNames(List<Member> read, String name) {
        Set<String> seen = new HashSet<>();
        for (Member member : read) {
            if (!seen.add(member.wireName())) {
                reports.error(place(name, member.javaName()), "two components are called " + member.wireName());
            }
        }
    }

    /** Generated code stands in the package of the annotated class. */
    private void verifyVisible(TypeElement type, Element where) {
        boolean near = compiler.elements()
                .getPackageOf(type)
                .equals(compiler.elements().getPackageOf(home));
        for (Element scope = type; scope instanceof TypeElement; scope = scope.getEnclosingElement()) {
            boolean isPublic = scope.getModifiers().contains(Modifier.PUBLIC)
                    || (Owners.of(scope).getKind() == ElementKind.INTERFACE);
            if (scope.getModifiers().contains(Modifier.PRIVATE) || (!near && !isPublic)) {
                reports.error(
                        where,
                        type.getSimpleName() + " cannot be seen from generated code: make it "
                                + (near ? "package-private or public" : "public"));
                return;
            }
        }
    }

    private String newName(DeclaredType type) {
        StringBuilder name = new StringBuilder(type.asElement().getSimpleName());
        for (TypeMirror argument : type.getTypeArguments()) {
            TypeMirror concrete = JavaTypes.concrete(argument);
            String simple = concrete instanceof DeclaredType declared
                    ? declared.asElement().getSimpleName().toString()
                    : JavaTypes.text(concrete).replaceAll("\\W", "");
            name.append("Of").append(simple);
        }
        String free = name.toString();
        for (int i = 2; names.containsValue(free); i++) {
            free = name + Integer.toString(i);
        }
        return free;
    }

    private static String description(TypeElement element, Docs docs) {
        String said = said(element, Names.DESCRIPTION);
        return said.isEmpty() ? docs.text() : said;
    }

    private static String said(Element element, String annotation) {
        return Mark.on(element, annotation).map(mark -> mark.text("value")).orElse("");
    }
}
