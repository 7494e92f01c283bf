package dev.footbridge.local.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a Bicep file, one after the other; comments are none. Not thread-safe. */
final class BicepTokens {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|//[^\\n]*|/\\*.*?\\*/"
                    + "|'''(?<long>.*?)'''|'(?<text>(?:[^'\\\\]|\\\\.)*)'|(?<word>-?\\d+|\\w+)|(?<sign>&&|\\|\\||[=!<>]=|=>|.)",
            Pattern.DOTALL);

    /**
     * A word.
     *
     * @param text without its quotation marks
     */
    record Token(boolean quoted, String text) {

        boolean is(String sign) {
            return !quoted && text.equals(sign);
        }
    }

    private static final Token END = new Token(false, "");

    private final List<Token> tokens;
    private int next;

    private BicepTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static BicepTokens of(String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            if (matcher.group("long") != null) {
                tokens.add(new Token(true, matcher.group("long").strip()));
            } else if (matcher.group("text") != null) {
                tokens.add(new Token(true, matcher.group("text").replaceAll("\\\\(.)", "$1")));
            } else if (matcher.group("word") != null || matcher.group("sign") != null) {
                tokens.add(new Token(false, matcher.group()));
            }
        }
        return new BicepTokens(tokens);
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    /** The word after those that were taken; at the end an empty one. */
    Token peek() {
        return atEnd() ? END : tokens.get(next);
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    /** Takes the next word if it is this one. */
    boolean take(String sign) {
        boolean is = peek().is(sign);
        next += is ? 1 : 0;
        return is;
    }

    /** @throws IllegalArgumentException if something else is next */
    void demand(String sign) {
        if (!take(sign)) {
            throw new IllegalArgumentException("'" + peek().text() + "' stands where '" + sign + "' was expected");
        }
    }
}
