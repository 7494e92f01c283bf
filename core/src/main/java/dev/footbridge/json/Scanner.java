package dev.footbridge.json;

/**
 * A place in a text, and what begins there. Blanks before anything are skipped. Not thread-safe.
 *
 * <p>Nothing here computes with a number: initialising {@code BigDecimal} is dear, and few programs need it at once.
 */
final class Scanner {

    /** Stands for the end of the text; U+FFFF itself begins nothing in JSON either. */
    private static final char END = '\uFFFF';

    /** Beyond every exponent that is read. */
    private static final int FAR = 1000;

    private final char[] text;
    private int at;

    Scanner(char[] text) {
        this.text = text;
    }

    boolean isAtEnd() {
        skipBlanks();
        return at == text.length;
    }

    /** The next character, which stays where it is. */
    char next() {
        skipBlanks();
        return peek();
    }

    /** Goes past the character if it is the next one. */
    boolean takes(char wanted) {
        boolean found = next() == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    void expect(char wanted) throws JsonException {
        require(takes(wanted));
    }

    /** Goes past the word; what may follow it is for the caller to know. */
    void word(String word) throws JsonException {
        require(text.length - at >= word.length());
        for (int i = 0; i < word.length(); i++) {
            require(text[at++] == word.charAt(i));
        }
    }

    String string() throws JsonException {
        expect('"');
        int start = at;
        while (at < text.length && isPlain(text[at])) {
            at++;
        }
        if (peek() == '"') {
            return new String(text, start, at++ - start);
        }
        String value = restOfString(new StringBuilder().append(text, start, at - start));
        if (!Unicode.isWellFormed(value)) {
            throw new JsonException("a string holds half of a surrogate pair");
        }
        return value;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    private String restOfString(StringBuilder value) throws JsonException {
        while (at < text.length && text[at] != '"') {
            char c = text[at++];
            require(c >= ' ');
            value.append(c == '\\' ? escaped() : c);
        }
        require(at++ < text.length);
        return value.toString();
    }

    private char escaped() throws JsonException {
        require(at < text.length);
        char c = text[at++];
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourHexDigits();
            default -> throw invalid();
        };
    }

    private char fourHexDigits() throws JsonException {
        require(text.length - at >= 4);
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            value = value << 4 | hexDigit(text[at]);
        }
        return (char) value;
    }

    private static int hexDigit(char c) throws JsonException {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        require(letter >= 'a' && letter <= 'f');
        return letter - 'a' + 10;
    }

    JsonNumber number() throws JsonException {
        int start = at;
        while (isOfNumber(peek())) {
            at++;
        }
        if (at - start > JsonReader.MAX_NUMBER_LENGTH) {
            throw new JsonException("a number is longer than " + JsonReader.MAX_NUMBER_LENGTH + " characters");
        }
        String number = new String(text, start, at - start);
        require(JsonNumber.isNumber(number));
        int exponent = exponent(number);
        if (exponent > JsonReader.MAX_EXPONENT || exponent < JsonReader.MIN_EXPONENT) {
            throw new JsonException(
                    "an exponent is not between %d and %d".formatted(JsonReader.MIN_EXPONENT, JsonReader.MAX_EXPONENT));
        }
        return new JsonNumber(number);
    }

    private static boolean isOfNumber(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }

    /** The exponent, or one of its sign that is too far from zero if it is. */
    private static int exponent(String number) {
        int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        int exponent = 0;
        for (int i = mark + 1; mark >= 0 && i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                exponent = Math.min(exponent * 10 + (c - '0'), FAR);
            }
        }
        return mark >= 0 && number.charAt(mark + 1) == '-' ? -exponent : exponent;
    }

    private void skipBlanks() {
        while (at < text.length && isBlank(text[at])) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private char peek() {
        return at < text.length ? text[at] : END;
    }

    private static void require(boolean valid) throws JsonException {
        if (!valid) {
            throw invalid();
        }
    }

    private static JsonException invalid() {
        return new JsonException("the text is not valid JSON");
    }
}
