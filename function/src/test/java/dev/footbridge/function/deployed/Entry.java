package dev.footbridge.function.deployed;

import java.util.ServiceLoader;
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

    /** Something that libraries provide. */
    public interface Service {}

    /** Provides it. */
    public static final class Provided implements Service {}

    /** Looks for it as most libraries do. */
    public static final class Looking implements Supplier<String> {

        private final Service found =
                ServiceLoader.load(Service.class).iterator().next();

        @Override
        public String get() {
            return found.getClass().getClassLoader().getName();
        }
    }

    /** Cannot be made. */
    public static final class Broken {

        public Broken() {
            throw new IllegalArgumentException("FOOTBRIDGE_AUTH is missing");
        }
    }
}
