package dev.footbridge.json;

import java.util.ArrayList;
import java.util.List;

/** Descends into arrays and objects, no deeper than allowed. Reads one text, then is spent. */
final class Parser {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Scanner scanner;
    private int valuesLeft;

    private Parser(Scanner scanner, int mostValues) {
        this.scanner = scanner;
        this.valuesLeft = mostValues;
    }

    static Json read(char[] text, int mostValues) throws JsonException {
        if (text.length > 0 && text[0] == BYTE_ORDER_MARK) {
            throw new JsonException("a byte order mark is not allowed");
        }
        Scanner scanner = new Scanner(text);
        if (scanner.isAtEnd()) {
            throw new JsonException("there is no JSON value");
        }
        Json value = new Parser(scanner, mostValues).value(0);
        if (!scanner.isAtEnd()) {
            throw new JsonException("something follows the JSON value");
        }
        return value;
    }

    /** @param depth how many arrays and objects are open around the value */
    private Json value(int depth) throws JsonException {
        if (--valuesLeft < 0) {
            throw new JsonException("there are too many values");
        }
        return switch (scanner.next()) {
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            case '"' -> new JsonString(scanner.string());
            case 't' -> literal("true", JsonBoolean.TRUE);
            case 'f' -> literal("false", JsonBoolean.FALSE);
            case 'n' -> literal("null", JsonNull.NULL);
            default -> scanner.number();
        };
    }

    private static int deeper(int depth) throws JsonException {
        if (depth == JsonReader.MAX_DEPTH) {
            throw new JsonException("the nesting is deeper than " + JsonReader.MAX_DEPTH);
        }
        return depth + 1;
    }

    private JsonObject object(int depth) throws JsonException {
        scanner.expect('{');
        if (scanner.takes('}')) {
            return JsonObject.EMPTY;
        }
        MemberTable members = new MemberTable();
        do {
            String name = scanner.string();
            if (name.length() > JsonReader.MAX_NAME_LENGTH) {
                throw new JsonException("a member name is longer than " + JsonReader.MAX_NAME_LENGTH + " characters");
            }
            scanner.expect(':');
            if (!members.put(name, value(depth))) {
                throw new JsonException("a member name appears twice in one object");
            }
        } while (scanner.takes(','));
        scanner.expect('}');
        return new JsonObject(members.toMembers());
    }

    private JsonArray array(int depth) throws JsonException {
        scanner.expect('[');
        if (scanner.takes(']')) {
            return JsonArray.EMPTY;
        }
        List<Json> items = new ArrayList<>();
        do {
            items.add(value(depth));
        } while (scanner.takes(','));
        scanner.expect(']');
        return new JsonArray(items);
    }

    private Json literal(String word, Json value) throws JsonException {
        scanner.word(word);
        return value;
    }
}
