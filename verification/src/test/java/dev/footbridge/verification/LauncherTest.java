package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher builds anew when something changed that its bundle is made of. */
final class LauncherTest {

    private static final Pattern LIST = Pattern.compile("for module in (core [a-z -]+); do");
    private static final Pattern OURS = Pattern.compile(
            "<groupId>dev.footbridge</groupId>\\s*<artifactId>footbridge-([a-z-]+)</artifactId>(?!\\s*<scope>test)");

    @Test
    void theLauncherLooksAtEveryModuleOfItsBundleAndAtNoOther() throws IOException {
        Matcher list = LIST.matcher(Files.readString(House.ROOT.resolve("footbridge")));
        Set<String> needed = new TreeSet<>();
        need("dist", needed);
        // What the build does to the classes of every module; the pom of all names it, where no dependencies are.
        need("closures", needed);

        assertThat(list.find()).isTrue();
        assertThat(List.of(list.group(1).split(" ", -1))).containsExactlyInAnyOrderElementsOf(needed);
    }

    private static void need(String module, Set<String> needed) throws IOException {
        if (module.equals("parent") || !needed.add(module)) {
            return;
        }
        Path pom = House.ROOT.resolve(module).resolve("pom.xml");
        Matcher ours = OURS.matcher(Files.readString(pom));
        while (ours.find()) {
            need(ours.group(1), needed);
        }
    }
}
