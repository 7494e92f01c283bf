package dev.footbridge.security;

/** The values a {@code Host} header may have (RFC 9110 §7.2), without the exotic ones. */
final class HostName {

    private static final int MAX_PORT_DIGITS = 5;

    private HostName() {}

    /** True for a name or an IPv4 address, or an IPv6 address in brackets, with or without a port. */
    static boolean isValid(String host) {
        String name = withoutPort(host);
        String port = host.substring(name.length());
        return isName(name) && (port.isEmpty() || isPort(port.substring(1)));
    }

    static String withoutPort(String host) {
        int colon = host.indexOf(':', host.indexOf(']') + 1);
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static boolean isName(String name) {
        if (name.startsWith("[")) {
            return name.length() > 2
                    && name.indexOf(']') == name.length() - 1
                    && name.substring(1, name.length() - 1).chars().allMatch(HostName::isIpv6Character);
        }
        return !name.isEmpty() && name.chars().allMatch(HostName::isNameCharacter);
    }

    private static boolean isPort(String port) {
        return !port.isEmpty()
                && port.length() <= MAX_PORT_DIGITS
                && port.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private static boolean isIpv6Character(int c) {
        return (c < 0x80 && Character.digit(c, 16) >= 0) || c == ':' || c == '.';
    }
}
