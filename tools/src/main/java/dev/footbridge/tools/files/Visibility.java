package dev.footbridge.tools.files;

import java.io.File;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names are served. What is not served does not exist, whatever a client knows of it. Immutable. */
record Visibility(boolean showHidden) {

    /** What names of our own unfinished files begin with. */
    static final String TEMPORARY = ".footbridge-";

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");
    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9\u00b9\u00b2\u00b3]");
    private static final Pattern UNPORTABLE = Pattern.compile("[<>:\"|?*]|[. ]$");

    boolean serves(RelativePath path) {
        return path.names().stream().allMatch(this::serves);
    }

    boolean serves(String name) {
        boolean readable = name.indexOf('\\') < 0 && name.indexOf('\uFFFD') < 0;
        return readable && !hides(name) && !(WINDOWS && !portable(name));
    }

    /** True for a name that is kept from clients, which are not even told that there is such a thing. */
    boolean hides(String name) {
        return name.equalsIgnoreCase(".git") || name.startsWith(TEMPORARY) || (!showHidden && name.startsWith("."));
    }

    boolean hides(RelativePath path) {
        return path.names().stream().anyMatch(this::hides);
    }

    /** True for a name that every system takes as what it looks like; only such names are created. */
    static boolean portable(String name) {
        String stem = name.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
        return !UNPORTABLE.matcher(name).find()
                && name.chars().noneMatch(Shown::misleads)
                && !DEVICES.contains(stem)
                && !NUMBERED_DEVICE.matcher(stem).matches();
    }
}
