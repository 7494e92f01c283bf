package dev.footbridge.function.deployed;

import java.util.function.Supplier;

/** What a platform makes, in these tests: says who loaded it and the one that it needs. */
public final class Entry implements Supplier<String> {

    @Override
    public String get() {
        return Entry.class.getClassLoader().getName() + " "
                + Part.class.getClassLoader().getName() + " " + new Part().word();
    }

    /** In a jar of its own. */
    public static final class Part {

        public String word() {
            return "part";
        }
    }

    /** Cannot be made. */
    public static final class Broken {

        public Broken() {
            throw new IllegalArgumentException("FOOTBRIDGE_AUTH is missing");
        }
    }
}
