package dev.footbridge.limit;

import dev.footbridge.call.Caller;
import java.util.Locale;

/** The names of items: readable, and different for what is different. */
final class Names {

    static final String TENANT = "tenant";
    private static final String CALLER = "caller/";
    private static final String ADDRESS = "address/";
    private static final int GROUPS = 8;
    private static final int NETWORK_GROUPS = 4;

    private Names() {}

    /** The issuer without spaces, a space, and the subject: so no two callers of a tenant share a name. */
    static String caller(Caller caller) {
        return CALLER + caller.issuer().replace("%", "%25").replace(" ", "%20") + " " + caller.subject();
    }

    /** How a report names the caller of an item. */
    static String shown(String item) {
        return item.startsWith(CALLER) ? item.substring(CALLER.length()).strip() : item;
    }

    /** One customer has a whole /64 network of IPv6, so its addresses count as one. */
    static String address(String address) {
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        return ADDRESS + (plain.indexOf(':') < 0 || plain.indexOf('.') >= 0 ? plain : network(plain));
    }

    private static String network(String address) {
        String[] halves = address.split("::", 2);
        String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
        String[] tail = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < NETWORK_GROUPS; i++) {
            int fromEnd = i - (GROUPS - tail.length);
            String group = i < head.length ? head[i] : fromEnd >= 0 ? tail[fromEnd] : "0";
            network.append(canonical(group)).append(':');
        }
        return network.append(":/64").toString();
    }

    private static String canonical(String group) {
        int start = 0;
        while (start < group.length() - 1 && group.charAt(start) == '0') {
            start++;
        }
        return group.substring(start).toLowerCase(Locale.ROOT);
    }
}
