package dev.footbridge.secret;

import java.util.regex.Pattern;

/** Texts that have the shape their makers give to keys, wherever they turn up. Stateless and thread-safe. */
public final class KeyShapes {

    /** JSON Web Tokens, API keys of this server, AWS's, GitHub's, Slack's, and private keys in PEM. */
    private static final Pattern SHAPES =
            Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{4,}\\.|mcpk_(?:live|test)_|(?:AKIA|ASIA)[0-9A-Z]{16}"
                    + "|gh[pousr]_\\w{20,}|xox[abprs]-[\\w-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY");

    private KeyShapes() {}

    /** True if a key is somewhere in the text. */
    public static boolean areIn(String text) {
        return SHAPES.matcher(text).find();
    }
}
