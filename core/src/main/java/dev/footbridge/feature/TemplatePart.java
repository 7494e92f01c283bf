package dev.footbridge.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of a URI template. */
sealed interface TemplatePart {

    List<Variable> variables();

    void expand(Map<String, String> values, StringBuilder uri);

    /** True if a URI that this part made could go on with the character without leaving the part before. */
    boolean mayBeginWith(CharClass characters);

    /** True if this part may make nothing at all. */
    boolean optional();

    /** Text that is always there, escaped as in a URI. */
    record Literal(String text) implements TemplatePart {

        @Override
        public List<Variable> variables() {
            return List.of();
        }

        @Override
        public void expand(Map<String, String> values, StringBuilder uri) {
            uri.append(text);
        }

        @Override
        public boolean mayBeginWith(CharClass characters) {
            return characters.has(text.charAt(0));
        }

        @Override
        public boolean optional() {
            return false;
        }
    }

    /** Variables between braces. */
    record Expression(Operator operator, List<Variable> variables) implements TemplatePart {

        public Expression {
            variables = List.copyOf(variables);
        }

        @Override
        public void expand(Map<String, String> values, StringBuilder uri) {
            String before = operator.first;
            for (Variable variable : variables) {
                Optional<String> value = Optional.ofNullable(values.get(variable.name()));
                if (value.isPresent()) {
                    uri.append(before).append(written(variable, variable.cut(value.get())));
                    before = operator.separator;
                }
            }
        }

        private String written(Variable variable, String value) {
            if (operator.named) {
                String equals = value.isEmpty() && operator == Operator.PARAMETER ? "" : "=";
                return variable.name() + equals + PercentCoding.encode(value);
            }
            if (variable.explode()) {
                return Arrays.stream(value.split(Pattern.quote(operator.separator), -1))
                        .map(PercentCoding::encode)
                        .collect(Collectors.joining(operator.separator));
            }
            return operator.reserved ? PercentCoding.encodeReserved(value) : PercentCoding.encode(value);
        }

        @Override
        public boolean mayBeginWith(CharClass characters) {
            return operator.first.isEmpty() || characters.has(operator.first.charAt(0));
        }

        @Override
        public boolean optional() {
            return !operator.first.isEmpty();
        }
    }

    /**
     * One variable of an expression.
     *
     * @param explode whether its value is a list that the operator's separator joins
     * @param maxLength how many characters of the value are used, 0 for all
     */
    record Variable(String name, boolean explode, int maxLength) {

        String cut(String value) {
            return fits(value) ? value : value.substring(0, value.offsetByCodePoints(0, maxLength));
        }

        boolean fits(String value) {
            return maxLength == 0 || value.codePointCount(0, value.length()) <= maxLength;
        }
    }

    /** The operators of RFC 6570 §2.2, with the table of its appendix A. */
    enum Operator {
        SIMPLE("", ",", false, false),
        RESERVED("", ",", false, true),
        FRAGMENT("#", ",", false, true),
        LABEL(".", ".", false, false),
        SEGMENT("/", "/", false, false),
        PARAMETER(";", ";", true, false),
        QUERY("?", "&", true, false),
        QUERY_MORE("&", "&", true, false);

        final String first;
        final String separator;
        final boolean named;
        final boolean reserved;

        Operator(String first, String separator, boolean named, boolean reserved) {
            this.first = first;
            this.separator = separator;
            this.named = named;
            this.reserved = reserved;
        }

        static Operator of(char c) {
            return switch (c) {
                case '+' -> RESERVED;
                case '#' -> FRAGMENT;
                case '.' -> LABEL;
                case '/' -> SEGMENT;
                case ';' -> PARAMETER;
                case '?' -> QUERY;
                case '&' -> QUERY_MORE;
                default -> SIMPLE;
            };
        }
    }

    /** The characters of a normalized URI that a value may run over, given as those that end it. */
    record CharClass(String ends) {

        boolean has(char c) {
            return ends.indexOf(c) < 0;
        }

        /** What one value of the expression, or all its named values together, may run over. */
        static CharClass of(Operator operator, Variable variable, boolean alone) {
            return switch (operator) {
                case RESERVED, FRAGMENT -> new CharClass("");
                case QUERY, QUERY_MORE -> new CharClass("#");
                case SEGMENT -> new CharClass(variable.explode() ? "?#[]" : "/?#[]");
                case LABEL -> new CharClass(alone || variable.explode() ? "/?#[]" : "./?#[]");
                case SIMPLE -> new CharClass(alone ? "/?#[]" : ",/?#[]");
                case PARAMETER -> new CharClass("/?#[]");
            };
        }
    }
}
