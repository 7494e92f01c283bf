package dev.footbridge.processor.read;

import dev.footbridge.http.Headers;
import dev.footbridge.processor.model.Boxes;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Fallback;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.secret.SecretNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads one member: its name on the wire, its shape, whether it has to be there, and what is said about it. */
final class MemberReader {

    private static final Map<String, String> OPTIONAL_NUMBERS = Map.of(
            "java.util.OptionalInt", "java.lang.Integer",
            "java.util.OptionalLong", "java.lang.Long",
            "java.util.OptionalDouble", "java.lang.Double");

    private final Compiler compiler;
    private final Reports reports;
    private final TypeReader types;

    MemberReader(Compiler compiler, Reports reports, TypeReader types) {
        this.compiler = compiler;
        this.reports = reports;
        this.types = types;
    }

    Member read(Site site) {
        reports.untranslated(site.marks(), site.where());
        Occurrence occurrence = occurrence(site);
        Shape shape = types.read(site, inner(site, occurrence));
        String wireName = site.mark(Names.NAME).map(mark -> mark.text("value")).orElse(site.name());
        if (wireName.isEmpty()) {
            error(site, Names.NAME, "@Name must not be empty");
        }
        Fallback fallback = occurrence == Occurrence.DEFAULTED ? fallback(site, shape) : Fallback.NONE;
        String hint = site.said(Names.EXAMPLE);
        return new Member(
                site.name(),
                wireName,
                shape,
                occurrence,
                fallback,
                site.said(Names.TITLE),
                site.description(),
                header(site, shape),
                examples(site, shape, hint),
                hint);
    }

    private Occurrence occurrence(Site site) {
        String name = JavaTypes.text(site.type());
        boolean isDefaulted = site.mark(Names.DEFAULT).isPresent();
        boolean isWrapped = name.startsWith("java.util.Optional") || JavaTypes.is(site.type(), Names.PRESENCE);
        if (isDefaulted && (isWrapped || site.isNullable())) {
            error(site, Names.DEFAULT, "@Default leaves nothing absent: take the Optional, Presence or @Nullable away");
        }
        if (site.isNullable() && site.type().getKind().isPrimitive()) {
            reports.error(site.where(), "a " + name + " cannot be null: use " + Boxes.boxed(name));
        }
        if (isDefaulted && !isWrapped) {
            return Occurrence.DEFAULTED;
        }
        if (OPTIONAL_NUMBERS.containsKey(name)) {
            return Occurrence.OPTIONAL_NUMBER;
        }
        if (isWrapped) {
            return JavaTypes.is(site.type(), Names.PRESENCE) ? Occurrence.PRESENCE : Occurrence.OPTIONAL;
        }
        return site.isNullable() ? Occurrence.NULLABLE : Occurrence.REQUIRED;
    }

    /** What is inside the Optional or Presence. */
    private TypeMirror inner(Site site, Occurrence occurrence) {
        return switch (occurrence) {
            case OPTIONAL_NUMBER ->
                compiler.types()
                        .unboxedType(compiler.elements()
                                .getTypeElement(OPTIONAL_NUMBERS.getOrDefault(JavaTypes.text(site.type()), ""))
                                .asType());
            case OPTIONAL, PRESENCE ->
                JavaTypes.hasArguments(site.type()) ? JavaTypes.argument(site.type(), 0) : site.type();
            default -> site.type();
        };
    }

    private Fallback fallback(Site site, Shape shape) {
        String text = site.said(Names.DEFAULT);
        return Fallbacks.of(text, shape).orElseGet(() -> {
            error(site, Names.DEFAULT, "@Default(\"" + text + "\") is no " + Fallbacks.expected(shape));
            return Fallback.NONE;
        });
    }

    private List<String> examples(Site site, Shape shape, String hint) {
        if (site.mark(Names.EXAMPLE).isEmpty()) {
            return List.of();
        }
        Shape single = shape instanceof Shape.ListOf list ? list.item() : shape;
        return Fallbacks.of(hint, single)
                .map(good -> List.of(single.equals(shape) ? good.json() : "[" + good.json() + "]"))
                .orElseGet(() -> {
                    error(site, Names.EXAMPLE, "@Example(\"" + hint + "\") is no " + Fallbacks.expected(single));
                    return List.of();
                });
    }

    /** At the annotation itself. */
    private void error(Site site, String annotation, String message) {
        site.mark(annotation).ifPresent(mark -> reports.error(mark, message));
    }

    private String header(Site site, Shape shape) {
        String header = site.said(Names.HEADER);
        if (site.mark(Names.HEADER).isEmpty()) {
            return "";
        }
        if (!Headers.isToken(header)) {
            error(site, Names.HEADER, "@Header must be a token of RFC 9110, such as Region");
        }
        if (Stream.of(site.name(), site.said(Names.NAME), header).anyMatch(SecretNames::isOne)) {
            error(
                    site,
                    Names.HEADER,
                    "@Header is not for secrets, as '" + site.name()
                            + "' seems to be: headers are logged on their way");
        }
        boolean fits = shape instanceof Shape.Text
                || shape instanceof Shape.Choice
                || shape instanceof Shape.Formatted
                || shape instanceof Shape.Whole
                || shape instanceof Shape.Flag;
        if (!fits || site.type().getKind() == TypeKind.ERROR) {
            error(site, Names.HEADER, "@Header is for text, whole numbers of 64 bits and flags only");
        }
        return header;
    }
}
