package dev.footbridge.argument;

/** Numbers of things in words. */
public final class Counted {

    private Counted() {}

    public static String characters(int count) {
        return of(count, "character");
    }

    public static String items(int count) {
        return of(count, "item");
    }

    private static String of(int count, String thing) {
        return count == 1 ? "1 " + thing : count + " " + thing + "s";
    }
}
