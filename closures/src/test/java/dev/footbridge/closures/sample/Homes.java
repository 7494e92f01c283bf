package dev.footbridge.closures.sample;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Where lambdas live. */
public class Homes extends Above {

    interface Whole {
        String name();

        default Supplier<String> shout() {
            return () -> hidden() + name();
        }

        static Supplier<String> fixed() {
            return Whole::secret;
        }

        private String hidden() {
            return "hidden ";
        }

        private static String secret() {
            return "secret ";
        }
    }

    enum Level implements Whole {
        LOW(number -> number - 1),
        HIGH(number -> number + 1);

        private final int stepped;

        Level(IntUnaryOperator step) {
            stepped = step.applyAsInt(1);
        }
    }

    record Pair(String one, String two) {
        Supplier<String> swapped() {
            return () -> two + one;
        }
    }

    /** Two default methods of the same kind: one class cannot have both. */
    interface Left {
        String left();

        default String side() {
            return "left";
        }
    }

    interface Right {
        String right();

        default String side() {
            return "right";
        }
    }

    /** The abstract method of this one is what {@link Left} has a body for. */
    interface Side {
        String side();
    }

    public static String everywhere() {
        Supplier<String> anonymous = new Supplier<>() {
            @Override
            public String get() {
                Predicate<String> none = String::isEmpty;
                return "anonymous " + none.test("");
            }
        };
        return Level.LOW.shout().get()
                + Level.LOW.stepped
                + Level.HIGH.stepped
                + Whole.fixed().get()
                + new Pair("a", "b").swapped().get()
                + anonymous.get();
    }

    public static String sides() {
        Left left = () -> "l";
        Right right = () -> "r";
        Side side = () -> "s";
        return left.side() + left.left() + right.side() + right.right() + side.side();
    }

    public static String above() {
        return new Homes().supers();
    }

    private String supers() {
        Supplier<String> up = super::told;
        Function<String, String> inherited = this::kept;
        return up.get() + inherited.apply("x");
    }

    @Override
    String told() {
        return "below ";
    }

    /** These two kinds of site are left alone. */
    public static String leftAlone() {
        Supplier<String> saved = (Supplier<String> & Serializable) () -> "saved";
        List<String> list = Collections.singletonList(saved.get());
        return list + " " + new Pair("a", "b").equals(new Pair("a", "b"));
    }

    public static String fails() {
        Supplier<String> thrown = () -> {
            throw new IllegalStateException("told");
        };
        return thrown.get();
    }
}
