package dev.footbridge.json;

/** How much text a value is, without writing it. Stateless. */
public final class JsonLength {

    private JsonLength() {}

    /** The characters of its texts, names and numbers and of the signs between them; escapes are not counted. */
    public static long of(Json value) {
        if (value instanceof JsonString text) {
            return text.value().length() + 2L;
        }
        if (value instanceof JsonObject object) {
            Members members = object.own();
            long length = 2;
            for (int i = 0; i < members.size(); i++) {
                length += members.nameAt(i).length() + 4L + of(members.valueAt(i));
            }
            return length;
        }
        if (value instanceof JsonArray array) {
            long length = 2;
            for (Json item : array.items()) {
                length += 1 + of(item);
            }
            return length;
        }
        return value instanceof JsonText written
                ? written.text().length()
                : value instanceof JsonNumber number ? number.text().length() : 4;
    }
}
