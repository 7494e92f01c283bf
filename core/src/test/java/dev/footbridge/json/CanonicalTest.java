package dev.footbridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CanonicalTest {

    @Test
    void whatIsInOrderIsWrittenAsItIs() {
        assertThat(Canonical.text(read("{\"a\":1,\"b\":[{\"c\":null,\"d\":true}]}")))
                .isEqualTo("{\"a\":1,\"b\":[{\"c\":null,\"d\":true}]}");
    }

    @Test
    void membersAreSortedWhereverTheyAre() {
        assertThat(Canonical.text(read("{\"b\":{\"z\":1,\"y\":2},\"a\":[1,{\"d\":0,\"c\":0}]}")))
                .isEqualTo("{\"a\":[1,{\"c\":0,\"d\":0}],\"b\":{\"y\":2,\"z\":1}}");
        assertThat(Canonical.text(read("{\"a\":[1,{\"d\":0,\"c\":0}]}"))).isEqualTo("{\"a\":[1,{\"c\":0,\"d\":0}]}");
    }

    @Test
    void aTextThatWasWrittenBeforeIsSortedToo() {
        assertThat(Canonical.text(JsonObject.of("a", new JsonText("{\"c\":1,\"b\":2}"))))
                .isEqualTo("{\"a\":{\"b\":2,\"c\":1}}");
    }

    @Test
    void everyOrderOfTheSameMembersIsOneText() {
        Random random = new Random(7);
        List<String> names = new ArrayList<>(List.of("", "a", "B", "b", "\u00e9", "\ud83d\ude00", "10", "9"));
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(names, random);
            JsonObject.Builder object = JsonObject.builder();
            names.forEach(name -> object.put(name, JsonObject.of(name, name)));

            assertThat(Canonical.text(object.build())).isEqualTo(Canonical.text(sorted(names)));
        }
    }

    private static JsonObject sorted(List<String> names) {
        JsonObject.Builder object = JsonObject.builder();
        names.stream().sorted().forEach(name -> object.put(name, JsonObject.of(name, name)));
        return object.build();
    }

    private static Json read(String text) {
        return new JsonText(text).parsed();
    }
}
