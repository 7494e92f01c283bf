package dev.footbridge.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address of IPv4 or IPv6, read from its text alone: no name is ever looked up. An IPv4 address is kept as its
 * IPv4-mapped IPv6 form (RFC 4291 §2.5.5.2), and whoever arrives in that form is the IPv4 address.
 *
 * @param v4 whether it is one of IPv4
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(boolean v4, long high, long low) {

    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final long MAPPED = 0xffffL;

    /** The address; empty if the text is none. Brackets and a zone are left out. */
    public static Optional<IpAddress> parse(String text) {
        if (text.indexOf(':') < 0) {
            return quad(text).map(number -> new IpAddress(true, 0, (MAPPED << Integer.SIZE) | number));
        }
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = bare.indexOf('%');
        return groups(zone < 0 ? bare : bare.substring(0, zone)).map(IpAddress::of);
    }

    private static IpAddress of(List<Integer> groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS; i++) {
            if (i < GROUPS / 2) {
                high = (high << GROUP_BITS) | groups.get(i);
            } else {
                low = (low << GROUP_BITS) | groups.get(i);
            }
        }
        return new IpAddress(high == 0 && low >>> Integer.SIZE == MAPPED, high, low);
    }

    /** The eight groups, with those that {@code ::} stands for. */
    private static Optional<List<Integer>> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return run(text, true).filter(all -> all.size() == GROUPS);
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<List<Integer>> head = run(text.substring(0, gap), false);
        Optional<List<Integer>> tail = run(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= GROUPS) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head.get());
        while (all.size() + tail.get().size() < GROUPS) {
            all.add(0);
        }
        all.addAll(tail.get());
        return Optional.of(all);
    }

    /** @param last whether the run ends the address, where an IPv4 address may stand for two groups */
    private static Optional<List<Integer>> run(String text, boolean last) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            Optional<Long> quad = last && i == parts.length - 1 ? quad(parts[i]) : Optional.empty();
            if (quad.isPresent()) {
                groups.add((int) (quad.get() >>> GROUP_BITS));
                groups.add((int) (quad.get() & 0xffff));
            } else if (isGroup(parts[i])) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static boolean isGroup(String text) {
        return !text.isEmpty()
                && text.length() <= 4
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    /** Four decimal numbers. A zero in front is refused: to some readers it means octal. */
    private static Optional<Long> quad(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long number = 0;
        for (String part : parts) {
            boolean plain = !part.isEmpty()
                    && part.length() <= 3
                    && part.chars().allMatch(c -> c >= '0' && c <= '9')
                    && (part.length() == 1 || part.charAt(0) != '0');
            if (!plain || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            number = (number << Byte.SIZE) | Integer.parseInt(part);
        }
        return Optional.of(number);
    }
}
