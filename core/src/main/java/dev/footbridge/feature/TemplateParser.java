package dev.footbridge.feature;

import dev.footbridge.feature.TemplatePart.CharClass;
import dev.footbridge.feature.TemplatePart.Expression;
import dev.footbridge.feature.TemplatePart.Literal;
import dev.footbridge.feature.TemplatePart.Operator;
import dev.footbridge.feature.TemplatePart.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the syntax of RFC 6570 §2 and refuses what cannot be matched. */
final class TemplateParser {

    private static final String NEVER_LITERAL = "\"<>\\^`|{} ";
    private static final int MAX_PREFIX_DIGITS = 4;

    private TemplateParser() {}

    static List<TemplatePart> parse(String text) {
        List<TemplatePart> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) == '{') {
                int end = text.indexOf('}', at);
                require(end > 0, "a brace is never closed");
                parts.add(expression(text.substring(at + 1, end)));
                at = end + 1;
            } else {
                int brace = text.indexOf('{', at);
                int end = brace < 0 ? text.length() : brace;
                parts.add(literal(text.substring(at, end)));
                at = end;
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Expression expression) {
                checkMatchable(expression, parts.subList(i + 1, parts.size()));
            }
        }
        return List.copyOf(parts);
    }

    private static Literal literal(String text) {
        require(
                text.chars().noneMatch(c -> NEVER_LITERAL.indexOf(c) >= 0),
                "it has a character outside braces that no URI has");
        return new Literal(PercentCoding.normalized(text)
                .orElseThrow(() -> refusal("it has a broken escape or a control character outside braces")));
    }

    private static Expression expression(String inside) {
        require(!inside.isEmpty(), "an expression is empty");
        require("=,!@|$()".indexOf(inside.charAt(0)) < 0, "an operator is reserved or unknown");
        Operator operator = Operator.of(inside.charAt(0));
        List<Variable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String written :
                inside.substring(operator == Operator.SIMPLE ? 0 : 1).split(",", -1)) {
            Variable variable = variable(written);
            require(names.add(variable.name()), "an expression names a variable twice");
            variables.add(variable);
        }
        return new Expression(operator, variables);
    }

    private static Variable variable(String written) {
        if (written.endsWith("*")) {
            return new Variable(name(written.substring(0, written.length() - 1)), true, 0);
        }
        int colon = written.indexOf(':');
        if (colon < 0) {
            return new Variable(name(written), false, 0);
        }
        String digits = written.substring(colon + 1);
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= MAX_PREFIX_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.charAt(0) != '0';
        require(isNumber, "a prefix length is not a number from 1 to 9999");
        return new Variable(name(written.substring(0, colon)), false, Integer.parseInt(digits));
    }

    private static String name(String name) {
        boolean afterDot = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean dot = c == '.';
            boolean wordly = c == '_' || (PercentCoding.isUnreserved(c) && "-~.".indexOf(c) < 0);
            require(wordly || (dot && !afterDot), "a variable name has a character that is not allowed");
            afterDot = dot;
        }
        require(!afterDot, "a variable name is empty or ends with a dot");
        return name;
    }

    private static void checkMatchable(Expression expression, List<TemplatePart> following) {
        Operator operator = expression.operator();
        List<Variable> variables = expression.variables();
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            CharClass characters = CharClass.of(operator, variable, variables.size() == 1);
            boolean last = i == variables.size() - 1;
            if (variable.explode()) {
                boolean list = operator == Operator.SEGMENT || operator == Operator.LABEL;
                require(list && last, "an explode modifier is only allowed on the last name of {/var*} or {.var*}");
            }
            if (operator.named ? last : variable.maxLength() > 0) {
                boolean endsAtSeparator = last || !characters.has(operator.separator.charAt(0));
                require(
                        endsAtSeparator && isDelimited(characters, following),
                        "nothing separates named values or a shortened value from what follows");
            }
        }
    }

    private static boolean isDelimited(CharClass characters, List<TemplatePart> following) {
        for (TemplatePart part : following) {
            if (part.mayBeginWith(characters)) {
                return false;
            }
            if (!part.optional()) {
                return true;
            }
        }
        return true;
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw refusal(rule);
        }
    }

    private static IllegalArgumentException refusal(String rule) {
        return new IllegalArgumentException("the URI template cannot be used: " + rule);
    }
}
