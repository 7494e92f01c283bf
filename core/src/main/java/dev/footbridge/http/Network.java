package dev.footbridge.http;

import java.util.Optional;

/**
 * A range of addresses as RFC 4632 and RFC 4291 §2.3 write it, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; an
 * address without a slash is a range of one. Immutable.
 *
 * @param text as it was given
 * @param first the lowest address
 * @param bits how many bits of 128 are fixed
 */
public record Network(String text, IpAddress first, int bits) {

    private static final int V6_BITS = 128;
    private static final int V4_BITS = 32;
    private static final int MAPPED_BITS = V6_BITS - V4_BITS;

    /** @throws IllegalArgumentException if the text is no such range */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Optional<IpAddress> first =
                address.indexOf('%') < 0 && address.indexOf('[') < 0 ? IpAddress.parse(address) : Optional.empty();
        int most = address.indexOf(':') < 0 ? V4_BITS : V6_BITS;
        int prefix = slash < 0 ? most : prefix(text.substring(slash + 1));
        int bits = prefix + V6_BITS - most;
        if (first.isEmpty() || prefix < 0 || prefix > most || (first.get().v4() && bits < MAPPED_BITS)) {
            throw new IllegalArgumentException("not a range of addresses such as 10.0.0.0/8 or 2001:db8::/32: " + text);
        }
        if (!masked(first.get(), bits).equals(first.get())) {
            throw new IllegalArgumentException("the address of a range must be its lowest one: " + text);
        }
        return new Network(text, first.get(), bits);
    }

    /** True if the text is an address within; false too if it is none. */
    public boolean contains(String address) {
        return IpAddress.parse(address)
                .filter(one -> one.v4() == first.v4())
                .map(one -> masked(one, bits).equals(first))
                .orElse(false);
    }

    @Override
    public String toString() {
        return text;
    }

    private static int prefix(String digits) {
        boolean plain = !digits.isEmpty()
                && digits.length() <= 3
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        return plain ? Integer.parseInt(digits) : -1;
    }

    private static IpAddress masked(IpAddress address, int bits) {
        return new IpAddress(
                address.v4(),
                address.high() & mask(Math.min(bits, Long.SIZE)),
                address.low() & mask(Math.max(0, bits - Long.SIZE)));
    }

    /** A shift by 64 would be one by 0. */
    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << (Long.SIZE - bits);
    }
}
