package dev.footbridge.argument;

/** The shape of a plain mailbox: dot-atom {@code @} domain, in ASCII (RFC 5321, sections 4.1.2 and 4.5.3.1). */
final class MailAddress {

    private static final String ATOM_PUNCTUATION = "!#$%&'*+-/=?^_`{|}~";
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;

    private MailAddress() {}

    static boolean fits(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST
                && at > 0
                && at <= LONGEST_LOCAL_PART
                && isLocalPart(text.substring(0, at))
                && isDomain(text.substring(at + 1));
    }

    private static boolean isLocalPart(String text) {
        for (String atom : text.split("\\.", -1)) {
            if (atom.isEmpty() || !atom.chars().allMatch(c -> isAlphanumeric(c) || ATOM_PUNCTUATION.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String text) {
        for (String label : text.split("\\.", -1)) {
            boolean fits = !label.isEmpty()
                    && label.length() <= LONGEST_LABEL
                    && !label.startsWith("-")
                    && !label.endsWith("-")
                    && label.chars().allMatch(c -> isAlphanumeric(c) || c == '-');
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
