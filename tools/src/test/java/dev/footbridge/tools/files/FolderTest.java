package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both kinds of folder promise. Nothing looks before these calls: they alone must not follow a link. */
class FolderTest {

    @TempDir
    Path place;

    enum Kind {
        OF_THIS_SYSTEM {
            @Override
            Folder open(Path root) throws IOException {
                return ServedFolder.open(root, new Visibility(false)).root();
            }
        },
        PLAIN {
            @Override
            Folder open(Path root) throws IOException {
                return new PlainFolder(root.toRealPath());
            }
        };

        abstract Folder open(Path root) throws IOException;
    }

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(place.resolve("outside"));
        Files.writeString(place.resolve("outside/secret"), "secret");
        Files.createDirectories(place.resolve("root/sub"));
        Files.writeString(place.resolve("root/a"), "content");
        Files.createSymbolicLink(place.resolve("root/dirlink"), place.resolve("outside"));
        Files.createSymbolicLink(place.resolve("root/link"), place.resolve("outside/secret"));
        Files.createSymbolicLink(place.resolve("root/dangling"), place.resolve("outside/new"));
    }

    private Folder open(Kind kind) throws IOException {
        return kind.open(place.resolve("root"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noOperationFollowsALink(Kind kind) throws IOException {
        try (Folder folder = open(kind)) {
            assertThat(folder.attributes("link").isSymbolicLink()).isTrue();
            assertThat(folder.attributes("dirlink").isSymbolicLink()).isTrue();
            assertThatThrownBy(() -> folder.folder("dirlink")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> folder.read("link")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> folder.create("dangling")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> folder.create("link")).isInstanceOf(IOException.class);

            folder.create("fresh").close();
            folder.move("fresh", folder, "link");
            folder.deleteFile("dangling");
        }
        assertThat(place.resolve("outside/new")).doesNotExist();
        assertThat(place.resolve("outside/secret")).hasContent("secret");
        assertThat(Files.isSymbolicLink(place.resolve("root/link"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void entriesAreReadMovedAndDeleted(Kind kind) throws IOException {
        try (Folder folder = open(kind);
                Folder sub = folder.folder("sub")) {
            assertThat(folder.names()).containsExactlyInAnyOrder("a", "sub", "link", "dirlink", "dangling");
            assertThat(folder.names()).hasSize(5);
            assertThat(Channels.newInputStream(folder.read("a")).readAllBytes()).hasSize(7);
            folder.move("a", sub, "b");
            assertThat(sub.names()).containsExactly("b");
            assertThatThrownBy(() -> folder.deleteFolder("sub")).isInstanceOf(IOException.class);
            sub.deleteFile("b");
            folder.deleteFolder("sub");
        }
        assertThat(place.resolve("root/sub")).doesNotExist();
    }
}
