package dev.footbridge.processor.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A documentation comment as a model reads it: plain sentences, and one for each parameter.
 *
 * @param text without block tags; paragraphs are separated by an empty line
 * @param parameters by name
 */
record Docs(String text, Map<String, String> parameters) {

    private static final Docs NONE = new Docs("", Map.of());

    /** A block tag begins a line; a {@code @param} may also follow another on the same line. */
    private static final Pattern BLOCK = Pattern.compile("(?m)(?:^[ \\t]*@(?=[a-z])|(?<=\\s)@(?=param\\s))");

    private static final Pattern PARAMETER =
            Pattern.compile("param\\s+<?([\\p{L}\\p{N}_$]+)>?\\s+(.*)", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)\\}");
    private static final Pattern PARAGRAPH =
            Pattern.compile("(?i)\\s*(?:<p\\s*/?>|</p>|<br\\s*/?>)\\s*|\\n[ \\t]*\\n\\s*");
    /** In HTML, or in Markdown. */
    private static final Pattern ITEM = Pattern.compile("(?i)\\s*<li>\\s*|\\n[ \\t]*[-*] (?=\\S)");

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    Docs {
        parameters = Map.copyOf(parameters);
    }

    /** @param comment as the compiler gives it, without its stars; null if there is none */
    static Docs of(@Nullable String comment) {
        if (comment == null) {
            return NONE;
        }
        String[] blocks = BLOCK.split(comment, -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < blocks.length; i++) {
            Matcher parameter = PARAMETER.matcher(blocks[i]);
            if (parameter.matches()) {
                parameters.putIfAbsent(parameter.group(1), plain(parameter.group(2)));
            }
        }
        return new Docs(plain(blocks[0]), parameters);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static String plain(String html) {
        StringBuilder text = new StringBuilder();
        for (String paragraph : PARAGRAPH.split(inline(html).trim())) {
            String sentences =
                    MARKUP.matcher(ITEM.matcher(paragraph).replaceAll("\u0001")).replaceAll("");
            String line = SPACE.matcher(entities(sentences)).replaceAll(" ").trim();
            if (!line.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(line.replaceAll(" ?\u0001", "\n- "));
            }
        }
        return text.toString();
    }

    /** The words of {@code {@code …}}, {@code {@link …}} and their like; twice, because they nest. */
    private static String inline(String html) {
        String text = html;
        for (int depth = 0; depth < 2; depth++) {
            text = INLINE.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            words(found.group(1), found.group(2).trim())));
        }
        return text;
    }

    private static String words(String tag, String content) {
        if (tag.startsWith("link")) {
            int space = content.indexOf(' ');
            return space > 0
                    ? content.substring(space + 1)
                    : content.replaceFirst("^#", "").replace('#', '.');
        }
        return tag.equals("code") || tag.equals("literal")
                ? content.replace("<", "&lt;").replace(">", "&gt;")
                : content;
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&#64;", "@")
                .replace("&amp;", "&");
    }
}
