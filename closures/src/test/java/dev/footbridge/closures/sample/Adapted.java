package dev.footbridge.closures.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Where the method of the interface and the one that is called differ. */
public final class Adapted {

    /** An interface with its own type of argument: the erased method says more than {@code Object}. */
    interface Narrow<T extends CharSequence & Comparable<T>> {
        T pick(T one, T other);
    }

    public static String boxes() {
        Function<Integer, Integer> parse = Math::abs;
        ToIntFunction<String> length = String::length;
        Function<String, Object> boxed = String::length;
        Supplier<Long> time = Adapted::big;
        return parse.apply(-3) + " " + length.applyAsInt("four") + boxed.apply("ab") + time.get();
    }

    public static String wider() {
        IntToLongFunction longer = Math::abs;
        ToLongFunction<Integer> unboxed = Integer::intValue;
        ToDoubleFunction<Integer> real = Adapted::twice;
        Function<Character, Integer> code = Adapted::code;
        return longer.applyAsLong(-4) + " " + unboxed.applyAsLong(5) + " " + real.applyAsDouble(6) + code.apply('a');
    }

    public static String forgets() {
        List<String> list = new ArrayList<>();
        Consumer<String> add = list::add;
        add.accept("kept");
        Consumer<String> asked = Adapted::measure;
        asked.accept("none");
        Runnable fresh = ArrayList::new;
        fresh.run();
        return list.toString();
    }

    public static String makes() {
        Function<String, StringBuilder> builder = StringBuilder::new;
        IntFunction<int[]> array = int[]::new;
        Supplier<Hidden> hidden = Hidden::new;
        UnaryOperator<int[]> copy = int[]::clone;
        return builder.apply("made").append(array.apply(3).length).append(hidden.get().text)
                + Arrays.toString(copy.apply(new int[] {1}));
    }

    public static String varargs() {
        BiFunction<String, Object, String> format = String::format;
        Function<String, List<String>> list = Arrays::asList;
        return format.apply("<%s>", 1) + list.apply("x");
    }

    public static String generics() {
        Narrow<String> least = (one, other) -> one.compareTo(other) < 0 ? one : other;
        Comparator<String> back = Comparator.comparingInt(String::length);
        IntBinaryOperator sum = Integer::sum;
        return least.pick("b", "a") + back.reversed().compare("a", "bb") + sum.applyAsInt(1, 2);
    }

    /** Both have {@code andThen}, with different types: one class can have them. */
    public static String defaults() {
        Function<String, String> trim = String::trim;
        BiFunction<String, String, String> both = String::concat;
        UnaryOperator<String> same = text -> text + "!";
        return trim.andThen(same).apply(" a ") + both.andThen(trim).apply("b", " ");
    }

    private static long big() {
        return 1L << 33;
    }

    private static long twice(long number) {
        return 2 * number;
    }

    private static int code(int letter) {
        return letter;
    }

    private static long measure(String text) {
        return text.length();
    }

    private static final class Hidden {

        private final String text;

        private Hidden() {
            text = " hidden";
        }
    }
}
