package dev.footbridge.security;

import java.util.function.IntPredicate;

/** The values a {@code Host} header may have (RFC 9110 §7.2), without the exotic ones. Stateless. */
public final class HostName {

    private static final int MAX_PORT_DIGITS = 5;

    private HostName() {}

    /** True for a name or an IPv4 address, or an IPv6 address in brackets, with or without a port. */
    public static boolean isValid(String host) {
        String name = host.substring(0, nameLength(host));
        String port = host.substring(name.length());
        return isName(name) && (port.isEmpty() || isPort(port.substring(1)));
    }

    static int nameLength(String host) {
        int colon = host.indexOf(':', host.indexOf(']') + 1);
        return colon < 0 ? host.length() : colon;
    }

    private static boolean isName(String name) {
        if (name.startsWith("[")) {
            return name.length() > 2
                    && name.indexOf(']') == name.length() - 1
                    && all(name, 1, name.length() - 1, HostName::isIpv6Character);
        }
        return !name.isEmpty() && all(name, 0, name.length(), HostName::isNameCharacter);
    }

    private static boolean isPort(String port) {
        return !port.isEmpty()
                && port.length() <= MAX_PORT_DIGITS
                && all(port, 0, port.length(), c -> c >= '0' && c <= '9');
    }

    private static boolean all(String text, int start, int end, IntPredicate allowed) {
        for (int i = start; i < end; i++) {
            if (!allowed.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private static boolean isIpv6Character(int c) {
        return (c < 0x80 && Character.digit(c, 16) >= 0) || c == ':' || c == '.';
    }
}
