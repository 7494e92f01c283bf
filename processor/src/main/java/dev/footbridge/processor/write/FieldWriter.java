package dev.footbridge.processor.write;

import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonText;
import dev.footbridge.processor.model.FormattedType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Shape.Choice;
import dev.footbridge.processor.model.Shape.ListOf;
import dev.footbridge.processor.model.TextRules;
import java.util.List;

/**
 * Writes the field of a form that asks for a member of a record. What a field cannot say, such as a bound that is left
 * out itself, the reader of the record finds.
 */
final class FieldWriter {

    private final Types types;

    FieldWriter(Frame frame) {
        this.types = frame.types();
    }

    /** The expression that makes it. */
    String write(Member member) {
        Steps steps = field(member.shape(), Literals.quoted(member.wireName()))
                .unlessEmpty("title", member.title())
                .unlessEmpty("describedAs", member.description());
        if (member.occurrence() == Occurrence.DEFAULTED) {
            steps.then("defaultsTo", fallback(member));
        } else if (member.occurrence() != Occurrence.REQUIRED) {
            steps.then("optional", "");
        }
        return steps.toString();
    }

    private Steps field(Shape shape, String name) {
        if (shape instanceof Shape.Text text) {
            return text(text.rules(), name);
        }
        if (shape instanceof Shape.Formatted formatted) {
            return formatted(Steps.onOneLine(types.fill("#Field.text(%s)", name)), formatted.type());
        }
        if (shape instanceof Shape.Whole whole) {
            return Steps.onOneLine(types.fill("#Field.integer(%s)", name))
                    .then("min", types.fill(Literals.whole(whole.least())))
                    .then("max", types.fill(Literals.whole(whole.greatest())));
        }
        if (shape instanceof Choice choice) {
            return choice(choice, name);
        }
        if (shape instanceof ListOf list) {
            return list(list, name);
        }
        return shape instanceof Shape.Real real
                ? number(real, name)
                : Steps.onOneLine(types.fill("#Field.flag(%s)", name));
    }

    private Steps text(TextRules rules, String name) {
        if (!rules.allowed().isEmpty()) {
            return Steps.onOneLine(types.fill("#Field.choice(%s, %s)", name, Literals.list(rules.allowed())));
        }
        Steps steps = Steps.onOneLine(types.fill("#Field.text(%s)", name));
        if (rules.least() > 0) {
            steps.then("minLength", Integer.toString(rules.least()));
        }
        if (rules.most() < Integer.MAX_VALUE) {
            steps.then("maxLength", Integer.toString(rules.most()));
        }
        return rules.format().isEmpty() ? steps : steps.then("format", types.fill("#TextFormat.%s", rules.format()));
    }

    private Steps formatted(Steps steps, FormattedType type) {
        return switch (type) {
            case DATE -> steps.then("format", types.fill("#TextFormat.DATE"));
            case OFFSET_DATE_TIME, ZONED_DATE_TIME, INSTANT ->
                steps.then("format", types.fill("#TextFormat.DATE_TIME"));
            case URI -> steps.then("format", types.fill("#TextFormat.URI"));
            default -> steps;
        };
    }

    private Steps number(Shape.Real real, String name) {
        Steps steps = Steps.onOneLine(types.fill("#Field.number(%s)", name));
        real.rules().min().ifPresent(least -> steps.then("min", Literals.number(least)));
        real.rules().max().ifPresent(greatest -> steps.then("max", Literals.number(greatest)));
        return steps;
    }

    private Steps choice(Choice choice, String name) {
        List<String> names =
                choice.constants().stream().map(Choice.Constant::wireName).toList();
        Steps steps = Steps.onOneLine(types.fill("#Field.choice(%s, %s)", name, Literals.list(names)));
        boolean titled = choice.constants().stream()
                .anyMatch(constant -> !constant.title().isEmpty());
        if (!titled) {
            return steps;
        }
        List<String> titles = choice.constants().stream()
                .map(constant -> types.fill(
                        "#Map.entry(%s, %s)",
                        Literals.quoted(constant.wireName()),
                        Literals.quoted(constant.title().isEmpty() ? constant.wireName() : constant.title())))
                .toList();
        return steps.then("titled", types.fill("#Map.ofEntries(%s)", Frame.arguments(titles)));
    }

    private Steps list(ListOf list, String name) {
        Steps steps = Steps.onOneLine(
                types.fill("#Field.list(%s)", field(list.item(), name).toString()));
        if (list.least() > 0) {
            steps.then("minItems", Integer.toString(list.least()));
        }
        if (list.most() < Integer.MAX_VALUE) {
            steps.then("maxItems", Integer.toString(list.most()));
        }
        return list.container() == ListOf.Container.SET ? steps.then("unique", "") : steps;
    }

    private String fallback(Member member) {
        String json = member.fallback().json();
        if (member.shape() instanceof Shape.Real) {
            return types.fill("new #BigDecimal(%s)", Literals.quoted(json));
        }
        if (member.shape() instanceof Shape.Whole) {
            return types.fill(Literals.whole(Long.parseLong(json)));
        }
        return new JsonText(json).parsed() instanceof JsonString text ? Literals.quoted(text.value()) : json;
    }
}
