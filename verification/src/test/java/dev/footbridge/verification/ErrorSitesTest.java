package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.protocol.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No error has a code that is written down anywhere but in {@link ErrorCode}, and modern clients get no old one. */
final class ErrorSitesTest {

    /** A code of JSON-RPC's range, in Java or in JSON. Observers and bridges only read them. */
    private static final Pattern NUMBER = Pattern.compile("-32\\d{3}\\b|new RpcError\\(\\s*-?\\d");

    private static final Set<String> MAY_KNOW_NUMBERS = Set.of("ErrorCode.java", "OpenTelemetryObserver.java");

    /** Where codes that only older revisions know are given out: both look at the revision first. */
    private static final Set<String> MAY_SPEAK_OLD =
            Set.of("ErrorCode.java", "Projection.java", "StatelessAsker.java", "OutcomeAssert.java");

    @Test
    void everyErrorTakesItsCodeFromTheOneList() throws IOException {
        assertThat(sourcesWith(NUMBER, MAY_KNOW_NUMBERS)).isEmpty();
    }

    @Test
    void oldCodesAreGivenOutInTwoPlacesOnly() throws IOException {
        assertThat(sourcesWith(Pattern.compile("\\bLEGACY_(RESOURCE|URL)"), MAY_SPEAK_OLD))
                .isEmpty();
    }

    @Test
    void noCodeIsOneThatTheProtocolKeepsForItself() {
        List<Integer> modern = Arrays.stream(ErrorCode.values())
                .filter(code -> !code.name().startsWith("LEGACY_"))
                .map(ErrorCode::number)
                .toList();

        assertThat(modern).noneMatch(number -> number <= -32000 && number > -32020);
        assertThat(modern.stream().filter(number -> number <= -32020 && number >= -32099))
                .containsExactlyInAnyOrder(-32020, -32021, -32022);
        assertThat(modern).allMatch(number -> number > 0 || number >= -32700);
    }

    private static List<String> sourcesWith(Pattern sign, Set<String> except) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : House.sources("main")) {
            boolean known = except.contains(file.getFileName().toString())
                    || file.startsWith(House.ROOT.resolve("bridges"))
                    || file.startsWith(House.ROOT.resolve("verification"));
            if (!known && sign.matcher(Files.readString(file)).find()) {
                found.add(file.toString());
            }
        }
        return found;
    }
}
