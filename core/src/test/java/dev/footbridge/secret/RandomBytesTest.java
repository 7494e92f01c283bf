package dev.footbridge.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RandomBytesTest {

    @Test
    void thereAreAsManyAsWanted() {
        for (int length : new int[] {0, 1, 32, 100_000}) {
            assertThat(RandomBytes.of(length)).hasSize(length);
            assertThat(RandomBytes.drawn(length)).hasSize(length);
        }
    }

    @Test
    void everyBitIsSetHalfOfTheTime() {
        int set = 0;
        for (byte one : RandomBytes.of(100_000)) {
            set += Integer.bitCount(one & 0xff);
        }
        // 400,000 expected; twenty deviations on either side
        assertThat(set).isBetween(391_000, 409_000);
    }

    /** Where the system has no such device, anybody may have put a file there. */
    @Test
    void aFileThatSomebodyWroteIsNotRandom(@TempDir Path folder) throws Exception {
        Path written = Files.write(folder.resolve("urandom"), new byte[1000]);

        assertThat(RandomBytes.of(written.toFile(), 32)).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(RandomBytes.of(folder.resolve("none").toFile(), 32)).hasSize(32);
    }

    @Test
    void namesAreUuidsOfVersion4AndNoneComesTwice() {
        Set<String> names = new HashSet<>();
        for (int times = 0; times < 1000; times++) {
            String name = RandomBytes.uuid();
            UUID uuid = UUID.fromString(name);

            assertThat(uuid).hasToString(name);
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(names.add(name)).isTrue();
        }
    }
}
