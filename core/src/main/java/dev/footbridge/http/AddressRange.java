package dev.footbridge.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A block of IP addresses (RFC 4632, RFC 4291 §2.3). Names are never looked up. Immutable. */
public final class AddressRange {

    private final byte[] start;
    private final int bits;

    private AddressRange(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /**
     * The block of a text such as {@code 203.0.113.0/24}, {@code 2001:db8::/32} or a single address.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("not a range of IP addresses"));
        int most = address.length * 8;
        String length = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
        if (!length.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(length) > most) {
            throw new IllegalArgumentException("not a range of IP addresses");
        }
        return new AddressRange(address, Integer.parseInt(length));
    }

    /** True for an address in the block; false for one of the other family, and for what is no address. */
    public boolean contains(String address) {
        return bytes(address).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of a literal; an IPv4 address in IPv6 clothing is an IPv4 address. */
    private static Optional<byte[]> bytes(String literal) {
        boolean isIpv6 = literal.indexOf(':') >= 0 && literal.matches("[0-9A-Fa-f:.]{2,45}");
        boolean isIpv4 = literal.matches("(\\d{1,3}\\.){3}\\d{1,3}");
        if (!isIpv4 && !isIpv6) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(start).getHostAddress() + "/" + bits;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
