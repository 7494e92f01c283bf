package dev.footbridge.oauth;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a token or its issuer states (RFC 7519 §4). A claim of another type than it must have refuses the token. */
record Claims(JsonObject members) {

    /** The last second of the year 9999: no date of a token is beyond it. */
    private static final long LATEST = 253_402_300_799L;

    boolean has(String name) {
        return members.has(name);
    }

    /** The claim, empty where there is none. */
    String text(String name) throws TokenException {
        Json value = members.get(name);
        if (value == null || value instanceof JsonNull) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw wrongType(name);
    }

    /** The first of the claims that is there and not empty; empty if there is none. */
    String firstOf(String... names) throws TokenException {
        for (String name : names) {
            String text = text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** The claim, which must be there and not be empty. */
    String requiredText(String name) throws TokenException {
        String text = text(name);
        if (text.isBlank()) {
            throw TokenException.invalid("The token has no " + name + ".");
        }
        return text;
    }

    /** A claim that is one text or a list of texts. */
    Set<String> texts(String name) throws TokenException {
        Json value = members.get(name);
        if (!(value instanceof JsonArray array)) {
            String text = text(name);
            return text.isEmpty() ? Set.of() : Set.of(text);
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Json item : array.items()) {
            if (!(item instanceof JsonString text)) {
                throw wrongType(name);
            }
            texts.add(text.value());
        }
        return texts;
    }

    /** A claim that is one text of words with blanks between them, or a list of words. */
    Set<String> words(String name) throws TokenException {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts(name)) {
            words.addAll(List.of(text.split(" ", -1)));
        }
        words.remove("");
        return words;
    }

    /** A date in seconds (RFC 7519 §2, NumericDate); fractions are dropped. */
    Optional<Instant> time(String name) throws TokenException {
        Json value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonNumber number)) {
            throw wrongType(name);
        }
        long seconds = seconds(number);
        if (seconds < 0 || seconds > LATEST) {
            throw wrongType(name);
        }
        return Optional.of(Instant.ofEpochSecond(seconds));
    }

    /** Below 0 if it is, and as much as fits where it is more. */
    private static long seconds(JsonNumber number) {
        OptionalLong whole = number.longValue();
        if (whole.isPresent()) {
            return whole.getAsLong();
        }
        BigInteger floor = number.decimal().setScale(0, RoundingMode.FLOOR).toBigInteger();
        return floor.signum() < 0
                ? -1
                : floor.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    Claims object(String name) throws TokenException {
        Json value = members.get(name);
        if (value == null) {
            return new Claims(JsonObject.EMPTY);
        }
        if (value instanceof JsonObject object) {
            return new Claims(object);
        }
        throw wrongType(name);
    }

    private static TokenException wrongType(String name) {
        return TokenException.invalid("The token's " + name + " is not what it must be.");
    }
}
