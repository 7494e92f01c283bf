package dev.footbridge.closures.sample;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What lambdas hold. */
public final class Captures {

    private final String name = "host";

    public static String primitives() {
        boolean flag = true;
        byte small = -1;
        char letter = 'x';
        short less = -300;
        int number = 70_000;
        long big = 1L << 40;
        float part = 0.5f;
        double exact = 0.25;
        long second = 2;
        Supplier<String> all =
                () -> flag + " " + small + letter + less + number + " " + big + " " + part + exact + second;
        return all.get();
    }

    public static String receiver() {
        return new Captures().named("of ").apply(7) + new Captures().bound().get();
    }

    public static String nested() {
        int one = 1;
        Function<Integer, Function<Integer, Supplier<Integer>>> add = two -> three -> () -> one + two + three;
        return String.valueOf(add.apply(20).apply(300).get());
    }

    /** The same interface, twice with the same captures: two numbers of one class. */
    public static String apart() {
        String word = "word";
        Supplier<String> shout = () -> word.toUpperCase(Locale.ROOT);
        Supplier<String> twice = () -> word + word;
        return shout.get() + twice.get();
    }

    /** A site in the middle of an expression, with other things on the stack, in a loop with branches. */
    public static String amid() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            int at = i;
            text.append(i > 0 ? ", " : "").append(join("a", i == 1 ? () -> "one" : () -> "n" + at, i * 2L));
        }
        return text.toString();
    }

    public static int countOfThoseThatHoldNothing() {
        Set<Supplier<String>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 3; i++) {
            seen.add(() -> "nothing");
        }
        return seen.size();
    }

    private static String join(String before, Supplier<String> middle, long after) {
        return before + middle.get() + after;
    }

    private IntFunction<String> named(String before) {
        return times -> before + name + times;
    }

    private Supplier<String> bound() {
        return this::secret;
    }

    private String secret() {
        return " secret";
    }
}
