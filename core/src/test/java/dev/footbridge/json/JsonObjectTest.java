package dev.footbridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonObjectTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 100})
    void anObjectHoldsMoreMembersThanItWasMadeFor(int expected) {
        JsonObject.Builder builder = JsonObject.builder(expected);
        IntStream.range(0, 40).forEach(i -> builder.put("n" + i, i));

        JsonObject object = builder.build();

        assertThat(object.members()).hasSize(40);
        assertThat(object.get("n39")).isEqualTo(Json.of(39));
    }

    @Test
    void namesOfOneHashAreMembersOfTheirOwn() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        JsonObject both = JsonObject.builder()
                .put("x", 0)
                .put("Aa", 1)
                .put("BB", 2)
                .put("y", 3)
                .build();

        assertThat(both.integer("Aa")).hasValue(1);
        assertThat(both.without("x").integer("BB")).hasValue(2);
        assertThat(both.without("x").integer("y")).hasValue(3);
        assertThat(both.without("Aa").has("Aa")).isFalse();
        assertThat(both.without("Aa").with("Aa", Json.of(3)).members()).containsOnlyKeys("x", "BB", "y", "Aa");
    }
}
