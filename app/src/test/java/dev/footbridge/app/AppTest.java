package dev.footbridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppTest {

    @Test
    void withoutAFolderOnlyTheSampleIsOffered() throws IOException {
        try (App app = App.open(new AppSettings(Optional.empty(), false))) {
            assertThat(app.features().tools()).containsOnlyKeys("greet", "sign_guest_book");
            assertThat(app.features().hasResources()).isFalse();
            assertThat(app.instructions()).isEmpty();
        }
    }

    @Test
    void folderIsOfferedReadOnlyUnlessWritingIsAllowed(@TempDir Path folder) throws IOException {
        try (App reading = App.open(new AppSettings(Optional.of(folder), false));
                App writing = App.open(new AppSettings(Optional.of(folder), true))) {
            assertThat(reading.features().tools()).containsKey("read_file").doesNotContainKeys("write_file", "greet");
            assertThat(writing.features().tools()).containsKeys("read_file", "write_file");
        }
    }

    @Test
    void instructionsNameOnlyToolsThatExist(@TempDir Path folder) throws IOException {
        try (App app = App.open(new AppSettings(Optional.of(folder), false))) {
            assertThat(app.instructions().orElse("")).contains("list_files", "search_files", "read_file");
            assertThat(app.features().tools()).containsKeys("list_files", "search_files", "read_file");
        }
    }

    @Test
    void missingFolderIsRefused(@TempDir Path folder) {
        AppSettings settings = new AppSettings(Optional.of(folder.resolve("nowhere")), false);

        assertThatThrownBy(() -> App.open(settings)).isInstanceOf(IllegalArgumentException.class);
    }
}
