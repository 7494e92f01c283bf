package dev.footbridge.feature;

import dev.footbridge.feature.TemplatePart.CharClass;
import dev.footbridge.feature.TemplatePart.Expression;
import dev.footbridge.feature.TemplatePart.Literal;
import dev.footbridge.feature.TemplatePart.Operator;
import dev.footbridge.feature.TemplatePart.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template as a small automaton. Each state keeps the set of places in the URI where it can be, so no input makes it
 * try anything twice.
 */
final class TemplateMatcher {

    private static final int MAX_URI_LENGTH = 8192;

    /** In the order of the states they leave; every step leads to a later state. */
    private final List<Step> steps;

    private final int lastState;

    private TemplateMatcher(List<Step> steps, int lastState) {
        this.steps = List.copyOf(steps);
        this.lastState = lastState;
    }

    static TemplateMatcher of(List<TemplatePart> parts) {
        Plan plan = new Plan();
        for (TemplatePart part : parts) {
            if (part instanceof Literal literal) {
                plan.text(literal.text());
            } else if (part instanceof Expression expression) {
                plan.expression(expression);
            }
        }
        return new TemplateMatcher(plan.steps, plan.state);
    }

    Optional<Map<String, String>> match(String uri) {
        if (uri.length() > MAX_URI_LENGTH) {
            return Optional.empty();
        }
        return PercentCoding.normalized(uri).flatMap(this::matchNormalized);
    }

    private Optional<Map<String, String>> matchNormalized(String uri) {
        List<BitSet> places = new ArrayList<>();
        for (int state = 0; state <= lastState; state++) {
            places.add(new BitSet());
        }
        places.get(0).set(0);
        for (Step step : steps) {
            if (!places.get(step.from()).isEmpty()) {
                step.advance(uri, places.get(step.from()), places.get(step.to()));
            }
        }
        return places.get(lastState).get(uri.length()) ? values(uri, places) : Optional.empty();
    }

    /** Walks back from the end; the latest place a later value can begin leaves the most to the earlier ones. */
    private Optional<Map<String, String>> values(String uri, List<BitSet> places) {
        List<Found> found = new ArrayList<>();
        int place = uri.length();
        int state = lastState;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            int start = step.to() == state ? step.start(uri, place, places.get(step.from())) : -1;
            if (start >= 0) {
                if (step instanceof Run run) {
                    found.add(0, new Found(run, uri.substring(start, place)));
                }
                place = start;
                state = step.from();
            }
        }
        return TemplateValues.read(found);
    }

    /** A value's raw text. */
    record Found(Run run, String raw) {}

    /** One way from a state to a later one. */
    sealed interface Step {
        int from();

        int to();

        void advance(String uri, BitSet before, BitSet after);

        /** Where this step can have begun to arrive at the place, or -1. */
        int start(String uri, int place, BitSet before);
    }

    /** Over fixed text, which may be empty. */
    private record Fixed(int from, int to, String text) implements Step {

        @Override
        public void advance(String uri, BitSet before, BitSet after) {
            for (int place = before.nextSetBit(0); place >= 0; place = before.nextSetBit(place + 1)) {
                if (uri.startsWith(text, place)) {
                    after.set(place + text.length());
                }
            }
        }

        @Override
        public int start(String uri, int place, BitSet before) {
            int start = place - text.length();
            return start >= 0 && before.get(start) && uri.startsWith(text, start) ? start : -1;
        }
    }

    /** Over a value, or over all named values of an expression. */
    record Run(int from, int to, Expression expression, Variable variable, CharClass characters, int min)
            implements Step {

        @Override
        public void advance(String uri, BitSet before, BitSet after) {
            boolean running = false;
            for (int place = before.nextSetBit(0); place >= 0 && place <= uri.length(); place++) {
                if (running || (min == 0 && before.get(place))) {
                    after.set(place);
                }
                running |= before.get(place);
                if (place < uri.length()) {
                    running &= characters.has(uri.charAt(place));
                    place += uri.charAt(place) == '%' ? 2 : 0;
                }
            }
        }

        @Override
        public int start(String uri, int place, BitSet before) {
            if (min == 0 && before.get(place)) {
                return place;
            }
            for (int start = place - 1; start >= 0 && characters.has(uri.charAt(start)); start--) {
                if (before.get(start)) {
                    return start;
                }
            }
            return -1;
        }
    }

    /** Lays out the states. */
    private static final class Plan {
        private final List<Step> steps = new ArrayList<>();
        private int state;

        void text(String text) {
            steps.add(new Fixed(state, ++state, text));
        }

        void expression(Expression expression) {
            int first = steps.size();
            int before = state;
            List<Integer> mayEnd = new ArrayList<>();
            Operator operator = expression.operator();
            if (!operator.first.isEmpty()) {
                mayEnd.add(before);
                text(operator.first);
            }
            List<Variable> variables = operator.named ? expression.variables().subList(0, 1) : expression.variables();
            for (int i = 0; i < variables.size(); i++) {
                if (i > 0) {
                    mayEnd.add(state);
                    text(operator.separator);
                }
                run(expression, variables.get(i));
            }
            insertSkips(first, mayEnd);
        }

        private void run(Expression expression, Variable variable) {
            CharClass characters = CharClass.of(
                    expression.operator(), variable, expression.variables().size() == 1);
            int min = expression.operator().first.isEmpty() ? 1 : 0;
            steps.add(new Run(state, ++state, expression, variable, characters, min));
        }

        /** A skip comes before the step it skips, so that walking back finds it only after every other way. */
        private void insertSkips(int first, List<Integer> mayEnd) {
            for (int from : mayEnd) {
                int index = first;
                while (steps.get(index).from() < from) {
                    index++;
                }
                steps.add(index, new Fixed(from, state, ""));
            }
        }
    }
}
