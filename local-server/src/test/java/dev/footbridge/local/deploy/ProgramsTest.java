package dev.footbridge.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProgramsTest {

    private static final Map<String, String> ENV = Map.of("PATH", "/bin:/usr/bin");

    @TempDir
    Path folder;

    @Test
    void bothStreamsAreHeardToTheEnd() throws IOException {
        Programs.Said said = new Programs(ENV).run(folder, program("echo one; echo two >&2; exit 3"));

        assertThat(said).isEqualTo(new Programs.Said(false, "one\ntwo\n"));
    }

    /** The child of the program holds the output open after the program itself is gone. */
    @Test
    void programThatHangsIsStoppedAndSaidToHaveHung() throws IOException {
        Programs.Said said =
                new Programs(ENV, Duration.ofSeconds(1)).run(folder, program("echo waiting; sleep 300; echo done"));

        assertThat(said).isEqualTo(new Programs.Said(false, "it did not end within 1 seconds and was stopped"));
    }

    @Test
    void programThatCannotBeStartedSaysSo() {
        assertThat(new Programs(ENV).run(folder, folder.resolve("nobody")).lastLine())
                .isEqualTo("it cannot be started");
    }

    private Path program(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
