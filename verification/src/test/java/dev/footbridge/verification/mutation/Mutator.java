package dev.footbridge.verification.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes a text from a good one that differs from all good ones: bits and characters changed, segments cut, doubled or
 * taken from another good text, base64 written in another of its forms, what is encoded changed and encoded again.
 *
 * @param separator between the segments of the texts
 */
record Mutator(Random random, char separator) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String ANY = ALPHABET + "=+/.~%, \t\r\n\0\u007f\u00a0\u00e9\u2028\uff21";
    private static final List<String> ENDS = List.of("=", "==", "===", "A", ".", "..", "\n", "\r\n", "\0", "%3D", ",");
    private static final int KINDS = 16;

    /**
     * Another text than any of those.
     *
     * @param good at least one; the first is changed, the others lend their segments
     */
    String mutated(List<String> good, Set<String> forbidden) {
        String text = good.get(0);
        String changed;
        do {
            changed = text;
            for (int i = random.nextInt(3); i >= 0; i--) {
                changed = once(changed, good.get(random.nextInt(good.size())));
            }
        } while (forbidden.contains(changed.strip()));
        return changed;
    }

    private String once(String text, String other) {
        if (text.isEmpty()) {
            return ENDS.get(random.nextInt(ENDS.size()));
        }
        int kind = random.nextInt(KINDS);
        return kind < 6 ? character(text, kind) : kind < 10 ? whole(text, kind) : segment(text, other, kind);
    }

    private String character(String text, int kind) {
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (kind) {
            case 0 -> changed.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(8))));
            case 1 -> changed.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            case 2 -> changed.insert(at, ANY.charAt(random.nextInt(ANY.length())));
            case 3 -> changed.deleteCharAt(at);
            case 4 -> swap(changed, at, random.nextInt(text.length()));
            default -> swap(changed, at, Math.max(0, at - 1));
        }
        return changed.toString();
    }

    private static void swap(StringBuilder text, int one, int other) {
        char kept = text.charAt(one);
        text.setCharAt(one, text.charAt(other));
        text.setCharAt(other, kept);
    }

    private String whole(String text, int kind) {
        int at = random.nextInt(text.length());
        return switch (kind) {
            case 6 -> text.substring(0, at);
            case 7 -> text + ENDS.get(random.nextInt(ENDS.size()));
            case 8 -> text.substring(0, at) + otherCase(text.substring(at));
            default -> text.substring(at) + text.substring(0, at);
        };
    }

    private static String otherCase(String text) {
        char first = text.charAt(0);
        return (Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first))
                + text.substring(1);
    }

    private String segment(String text, String other, int kind) {
        List<String> segments = split(text);
        int at = random.nextInt(segments.size());
        List<String> others = split(other);
        switch (kind) {
            case 10 -> segments.set(at, others.get(random.nextInt(others.size())));
            case 11 -> segments.set(at, others.get(Math.min(at, others.size() - 1)));
            case 12 -> segments.add(at, segments.get(random.nextInt(segments.size())));
            case 13 -> segments.remove(at);
            case 14 -> segments.set(at, spelledDifferently(segments.get(at)));
            default -> segments.set(at, encodedAgain(segments.get(at)));
        }
        return String.join(String.valueOf(separator), segments);
    }

    private List<String> split(String text) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            segments.add(text.substring(start, end));
            start = end + 1;
        }
        segments.add(text.substring(start));
        return segments;
    }

    /** What a lenient decoder takes for the same bytes. */
    private String spelledDifferently(String segment) {
        if (segment.isEmpty()) {
            return "=";
        }
        int last = segment.length() - 1;
        int digit = ALPHABET.indexOf(segment.charAt(last));
        return switch (random.nextInt(5)) {
            case 0 -> segment + "=".repeat(1 + random.nextInt(2));
            case 1 -> segment.replace('-', '+').replace('_', '/');
            case 2 ->
                segment.substring(0, last) + ALPHABET.charAt((Math.max(digit, 0) ^ (1 << random.nextInt(2))) & 63);
            case 3 -> segment.substring(0, last / 2) + "\n" + segment.substring(last / 2);
            default -> segment.substring(0, last) + "%" + Integer.toHexString(segment.charAt(last));
        };
    }

    /** The bytes with something changed in them, in good base64url. */
    private String encodedAgain(String segment) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(segment);
        } catch (IllegalArgumentException noBase64) {
            return segment + segment;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String changed = switch (random.nextInt(6)) {
            case 0 -> text + " ";
            case 1 -> text.replace("\"ES256\"", "\"none\"").replace("\"RS256\"", "\"HS256\"");
            case 2 -> text.replaceFirst("\\{", "{\"admin\":true,");
            case 3 -> text.replaceFirst("\"alg\":\"[^\"]*\"", "\"alg\":\"none\"");
            case 4 -> text.isEmpty() ? "x" : "\0".repeat(text.length());
            default -> text.isEmpty() ? "x" : character(text, random.nextInt(6));
        };
        byte[] again = changed.getBytes(StandardCharsets.ISO_8859_1);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(again);
    }
}
