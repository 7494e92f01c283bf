package dev.footbridge.processor.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names that are taken in one place of the generated source. Not thread-safe. */
final class Scope {

    private final Set<String> taken = new HashSet<>();
    private final boolean caseMatters;

    private Scope(boolean caseMatters) {
        this.caseMatters = caseMatters;
    }

    /** Of variables, methods and constants. */
    static Scope ofMembers() {
        return new Scope(true);
    }

    /** Of classes: two that differ in case alone would share a file on some file systems. */
    static Scope ofClasses() {
        return new Scope(false);
    }

    Scope reserve(Collection<String> names) {
        names.forEach(name -> taken.add(key(name)));
        return this;
    }

    Scope reserve(String... names) {
        return reserve(Set.of(names));
    }

    /** The name itself where it is free and no keyword, and with an underscore behind it where it is not. */
    String take(String wanted) {
        String name = SourceVersion.isKeyword(wanted) ? wanted + '_' : wanted;
        if (!taken.add(key(name))) {
            name = wanted + '_';
            for (int number = 2; !taken.add(key(name)); number++) {
                name = wanted + '_' + number;
            }
        }
        return name;
    }

    private String key(String name) {
        return caseMatters ? name : name.toLowerCase(Locale.ROOT);
    }
}
