package dev.footbridge.security;

import dev.footbridge.secret.RandomBytes;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AES-256 keys by id. The current one seals, all of them open, so that keys can change while clients hold sealed
 * things. Immutable.
 *
 * @param current the id of the key that seals
 * @param keys 32 bytes each; ids are 1 to 32 letters, digits, hyphens and underscores
 */
public record KeyRing(String current, Map<String, Secret> keys) {

    private static final int KEY_BYTES = 32;
    private static final int MAX_ID_LENGTH = 32;

    /** @throws IllegalArgumentException without quoting any key */
    public KeyRing {
        keys = Map.copyOf(keys);
        require(keys.containsKey(current), "the current key is not among the keys");
        keys.keySet().forEach(id -> require(isId(id), "a key id is not 1 to 32 letters, digits, hyphens, underscores"));
        keys.values().forEach(key -> require(key.reveal().length == KEY_BYTES, "a key is not 32 bytes long"));
    }

    /** One new key that only this process knows: what it seals cannot be opened by another, or after a restart. */
    public static KeyRing random() {
        byte[] bytes = RandomBytes.of(KEY_BYTES + 6);
        String id = Base64.getUrlEncoder().encodeToString(Arrays.copyOfRange(bytes, KEY_BYTES, bytes.length));
        return new KeyRing(id, Map.of(id, Secret.of(Arrays.copyOf(bytes, KEY_BYTES))));
    }

    /**
     * Reads {@code id:base64,id:base64}, the current key first.
     *
     * @throws IllegalArgumentException naming the number of the bad entry, and quoting nothing of it
     */
    public static KeyRing parse(String text) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        String[] entries = text.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            String place = "key " + (i + 1) + " of the key ring ";
            String entry = entries[i].strip();
            int colon = entry.indexOf(':');
            require(colon > 0 && isId(entry.substring(0, colon)), place + "does not begin with an id and a colon");
            Secret key = key(entry.substring(colon + 1), place);
            require(keys.put(entry.substring(0, colon), key) == null, place + "has the id of an earlier one");
        }
        return new KeyRing(keys.keySet().iterator().next(), keys);
    }

    /**
     * Keys worked out of texts that a vault generated, the current one first: at least 32 characters nobody can guess
     * each.
     *
     * @throws IllegalArgumentException if one is shorter, or there is none; none is quoted
     */
    public static KeyRing of(List<Secret> texts) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        for (Secret text : texts) {
            require(text.reveal().length >= KEY_BYTES, "a text that keys are worked out of has at least 32 characters");
            byte[] id = Arrays.copyOf(digest("id", text), 6);
            keys.put(Base64.getUrlEncoder().encodeToString(id), Secret.of(digest("key", text)));
        }
        require(!keys.isEmpty(), "there is no text that keys could be worked out of");
        return new KeyRing(keys.keySet().iterator().next(), keys);
    }

    /** The text is as random as a key already, so that one digest of it is a key. */
    private static byte[] digest(String purpose, Secret text) {
        byte[] said = ("footbridge sealing " + purpose + "\0").getBytes(StandardCharsets.US_ASCII);
        return Sha256.of(said, text.reveal());
    }

    private static Secret key(String base64, String place) {
        byte[] bytes = decoded(base64);
        require(Base64.getEncoder().encodeToString(bytes).equals(base64), place + "is not base64 with padding");
        require(bytes.length == KEY_BYTES, place + "is not 32 bytes long");
        return Secret.of(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException quotesTheInput) {
            return new byte[0];
        }
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() <= MAX_ID_LENGTH && id.chars().allMatch(KeyRing::isIdCharacter);
    }

    private static boolean isIdCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
