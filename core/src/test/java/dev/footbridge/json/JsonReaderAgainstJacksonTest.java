package dev.footbridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two readers that share no code agree, except where ours is documented to be stricter. */
final class JsonReaderAgainstJacksonTest {

    @Test
    void validTextsAreReadAlikeAndSurviveWriting() throws JsonException {
        Documents documents = new Documents(20261122);
        for (int round = 0; round < 5_000; round++) {
            String text = documents.valid();

            Json value = JsonReader.read(text.getBytes(StandardCharsets.UTF_8));

            assertThat(JsonReader.read(text)).isEqualTo(value);
            assertThat(SecondOpinion.of(text.getBytes(StandardCharsets.UTF_8))).contains(value);
            assertThat(JsonReader.read(JsonWriter.bytes(value))).isEqualTo(value);
        }
    }

    @Test
    void whatWeAcceptJacksonReadsAlikeAndWhatOnlyItAcceptsBreaksARuleOfOurs() {
        Documents documents = new Documents(8259);
        int accepted = 0;
        int stricter = 0;
        for (int round = 0; round < 30_000; round++) {
            byte[] bytes = documents.damaged();
            Optional<Json> ours = ours(bytes);
            Optional<Json> theirs = SecondOpinion.of(bytes);

            if (ours.isPresent()) {
                accepted++;
                assertThat(theirs).as(shown(bytes)).isEqualTo(ours);
                assertThat(theirs.map(JsonWriter::text)).isEqualTo(ours.map(JsonWriter::text));
            } else if (theirs.isPresent()) {
                stricter++;
                assertThat(breaksARuleOfOurs(bytes, theirs.get()))
                        .as(shown(bytes))
                        .isTrue();
            }
        }
        assertThat(accepted).isGreaterThan(1_500);
        assertThat(stricter).isGreaterThan(200);
    }

    private static Optional<Json> ours(byte[] bytes) {
        try {
            return Optional.of(JsonReader.read(bytes));
        } catch (JsonException refused) {
            return Optional.empty();
        }
    }

    private static boolean breaksARuleOfOurs(byte[] bytes, Json value) {
        Optional<String> text = decoded(bytes);
        boolean otherEncoding = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
        return otherEncoding
                || text.isEmpty()
                || text.get().startsWith("\uFEFF")
                || SecondOpinion.breaksOurRules(value, 0);
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static String shown(byte[] bytes) {
        return JsonWriter.text(Json.of(new String(bytes, StandardCharsets.UTF_8)));
    }
}
