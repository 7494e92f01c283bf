package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.FormattedType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.secret.SecretNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the records that users are asked to fill in: the nested ones, and those the class names. */
final class QuestionReader {

    private static final Set<FormattedType> FORM_FORMATS = Set.of(
            FormattedType.DATE,
            FormattedType.OFFSET_DATE_TIME,
            FormattedType.ZONED_DATE_TIME,
            FormattedType.INSTANT,
            FormattedType.URI);

    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret|api_?key|access_?key|private_?key|token|credential|cvv|cvc"
                    + "|card_?number|ssn).*|pin|pin_?code|pwd");

    private final Reports reports;
    private final DefinitionReader definitions;

    QuestionReader(Reports reports, DefinitionReader definitions) {
        this.reports = reports;
        this.definitions = definitions;
    }

    List<RecordType> read(TypeElement home) {
        List<RecordType> questions = new ArrayList<>();
        for (Element nested : home.getEnclosedElements()) {
            if (Mark.on(nested, Names.QUESTION).isPresent()) {
                read(nested.asType(), nested, questions);
            }
        }
        Mark.on(home, Names.MCP_TOOLS).ifPresent(mark -> readNamed(mark, home, questions));
        return questions;
    }

    private void readNamed(Mark mark, TypeElement home, List<RecordType> questions) {
        for (TypeMirror type : mark.types("asks")) {
            Element element = ((DeclaredType) type).asElement();
            if (Mark.on(element, Names.QUESTION).isEmpty()) {
                reports.error(mark, "asks", element.getSimpleName() + " is asked for, so it needs @Question");
            } else if (!home.equals(element.getEnclosingElement())) {
                read(type, home, questions);
            }
        }
    }

    private void read(TypeMirror type, Element where, List<RecordType> questions) {
        if (((DeclaredType) type).asElement().getKind() != ElementKind.RECORD) {
            reports.error(where, "@Question is for records");
            return;
        }
        String name = definitions.refer((DeclaredType) type, where).name();
        RecordType question = (RecordType) definitions.all().get(name);
        if (question == null) {
            return;
        }
        for (Member member : question.members()) {
            verify(member, definitions.place(name, member.javaName()));
        }
        questions.add(question);
    }

    private void verify(Member member, Element where) {
        if (!isFlat(member.shape()) || member.occurrence() == Occurrence.PRESENCE) {
            reports.error(
                    where,
                    "a form cannot show '" + member.javaName()
                            + "': it has text, numbers, flags, dates, enums and lists of enums, and no patterns");
        }
        if (SECRET.matcher(member.wireName()).matches() || SecretNames.isOne(member.wireName())) {
            reports.error(
                    where,
                    "'" + member.javaName() + "' looks like a secret, and forms pass through the client and its logs:"
                            + " send the user to a page with UrlVisit instead");
        }
    }

    private static boolean isFlat(Shape shape) {
        if (shape instanceof Shape.Text text) {
            return text.rules().pattern().isEmpty() && !text.rules().format().equals("UUID");
        }
        if (shape instanceof Shape.Formatted formatted) {
            return FORM_FORMATS.contains(formatted.type());
        }
        if (shape instanceof Shape.ListOf list) {
            return list.item() instanceof Shape.Choice;
        }
        return shape instanceof Shape.Whole
                || shape instanceof Shape.Real
                || shape instanceof Shape.Flag
                || shape instanceof Shape.Choice;
    }
}
