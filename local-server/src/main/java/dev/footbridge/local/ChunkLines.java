package dev.footbridge.local;

import java.util.regex.Pattern;

/**
 * The lines between the chunks of a body and behind them, as RFC 9112 §7.1 spells them, but without its white space for
 * old senders. The library reads a size with signs and anything behind it. Used once, by one thread.
 */
final class ChunkLines {

    /** Many times what senders write; trailers included, which are read and forgotten. */
    private static final int LONGEST = 256;

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final Pattern SIZE =
            Pattern.compile("[0-9A-Fa-f]{1,15}+(?:;" + TOKEN + "(?:=(?:" + TOKEN + "|\"[^\"\\\\]*+\"))?+)*+");
    private static final Pattern LAST = Pattern.compile("0++(?:;.*)?+", Pattern.DOTALL);

    private boolean behindTheLast;

    /** True if this may be the next line, which it then is. */
    boolean accept(String line) {
        if (line.isEmpty()) {
            return true;
        }
        if (line.length() > LONGEST) {
            return false;
        }
        if (behindTheLast) {
            return StrictLines.isField(line, line.indexOf(':'));
        }
        behindTheLast = LAST.matcher(line).matches();
        return SIZE.matcher(line).matches();
    }
}
