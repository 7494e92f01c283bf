package dev.footbridge.processor.write;

import dev.footbridge.processor.model.ModuleModel;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of types as the generated source writes them. An author's own names come first: a type of ours that is called
 * like one of them is written in full. Not thread-safe: it collects the imports.
 */
final class Types {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
    private static final Pattern TOKEN = Pattern.compile("#([A-Za-z]+)|%s");

    private final Map<String, String> library = Library.bySimpleName();
    private final Set<String> imports = new TreeSet<>();
    private final String home;
    private final Set<String> own;

    Types(ModuleModel module) {
        this.home = module.packageName().isEmpty() ? "" : module.packageName() + '.';
        this.own = OwnTypes.of(module);
    }

    /** The names that no nested class of the module may have. */
    Set<String> reserved() {
        Set<String> names = new TreeSet<>(library.keySet());
        names.addAll(own);
        return names;
    }

    /** What has to be imported, in order. */
    Set<String> imports() {
        return imports;
    }

    /**
     * The text of a template: {@code #Slot} stands for the name of that type, {@code %s} for the next value, which is
     * taken as it is.
     */
    String fill(String template, String... values) {
        Matcher tokens = TOKEN.matcher(template);
        StringBuilder text = new StringBuilder();
        int next = 0;
        while (tokens.find()) {
            String found = tokens.group(1) == null ? values[next++] : named(tokens.group(1));
            tokens.appendReplacement(text, Matcher.quoteReplacement(found));
        }
        return tokens.appendTail(text).toString();
    }

    /** A type of an author's source, such as {@code java.util.List<shop.Order>}, as short as it can be. */
    String type(String javaType) {
        return NAME.matcher(javaType).replaceAll(name -> Matcher.quoteReplacement(shortened(name.group())));
    }

    private String named(String simpleName) {
        String qualified = library.get(simpleName);
        if (qualified == null) {
            throw new IllegalArgumentException("no type of ours is called " + simpleName);
        }
        if (own.contains(simpleName)) {
            return qualified;
        }
        if (!qualified.startsWith("java.lang.")) {
            imports.add(qualified);
        }
        return simpleName;
    }

    private String shortened(String name) {
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        if (name.equals(library.get(simpleName))) {
            return named(simpleName);
        }
        String local = !home.isEmpty() && name.startsWith(home) ? name.substring(home.length()) : name;
        String outermost = local.replaceAll("\\..*", "");
        return own.contains(outermost) ? local : name;
    }
}
