package dev.footbridge.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.secret.SecretSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSourceTest {

    private final FileSource source = new FileSource();

    @TempDir
    private Path folder;

    private String file(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file.toString();
    }

    @Test
    void theEndOfTheLineIsNoPartOfTheSecret() throws IOException {
        assertThat(source.read(file("hunter2\n", "rw-------")).revealText()).isEqualTo("hunter2");
        assertThat(source.read(file("hunter2\r\n", "rw-------")).revealText()).isEqualTo("hunter2");
        assertThat(source.read(file(" two\nlines ", "rw-------")).revealText()).isEqualTo(" two\nlines ");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        String open = file("hunter2", "rw-r--r--");

        assertThatThrownBy(() -> source.read(open))
                .isInstanceOf(SecretSourceException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void whatIsMissingOrEmptyIsNamed() throws IOException {
        String empty = file("\n", "rw-------");

        assertThatThrownBy(() -> source.read(empty)).hasMessage("the file " + empty + " is empty");
        assertThatThrownBy(() -> source.read("/nowhere/at/all")).hasMessage("there is no file /nowhere/at/all");
        assertThatThrownBy(() -> source.read("a\0b")).isInstanceOf(SecretSourceException.class);
    }
}
