package dev.footbridge.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Features by name, made when they are asked for. */
class FeaturesTest {

    private final List<String> made = new ArrayList<>();

    @Test
    void nothingIsMadeBeforeItIsAskedFor() {
        Features<String> features = features("b", "a", "c");

        assertThat(features).hasSize(3);
        assertThat(features.containsKey("a")).isTrue();
        assertThat(features.keySet().stream().findFirst()).isPresent();
        made.clear();
        assertThat(features.get("b")).isEqualTo("made b");
        assertThat(made).containsExactly("b");
    }

    @Test
    void theyAreListedInTheOrderOfTheirNames() {
        Features<String> features = features("b", "a", "c");

        assertThat(features.keySet()).containsExactly("a", "b", "c");
        assertThat(names(features, "")).containsExactly("a", "b", "c");
        assertThat(names(features, "a")).containsExactly("b", "c");
        assertThat(names(features, "aa")).containsExactly("b", "c");
        assertThat(names(features, "c")).isEmpty();
    }

    @Test
    void twoOfOneNameAreRefusedWhereverTheyComeFrom() {
        Features.Builder<String> builder = new Features.Builder<>("tool");
        builder.add(source("a", "b"));

        assertThatThrownBy(() -> builder.add("b", "x")).hasMessage("two features share the tool name 'b'");
        assertThatThrownBy(() -> builder.add(source("c", "a"))).hasMessageContaining("'a'");
    }

    @Test
    void oneCanBeLeftOutAgain() {
        Features.Builder<String> builder = new Features.Builder<>("tool");
        builder.add(source("a", "b"));

        assertThat(builder.remove("a")).isTrue();
        assertThat(builder.remove("a")).isFalse();
        assertThat(builder.build().keySet()).containsExactly("b");
    }

    @Test
    void theSameFromTheSameSourceIsEqual() {
        Source<String> source = source("a");

        assertThat(of(source)).isEqualTo(of(source)).hasSameHashCodeAs(of(source));
        assertThat(of(source)).isNotEqualTo(of(source("a")));
        assertThat(made).isEmpty();
    }

    private static List<String> names(Features<String> features, String after) {
        List<String> names = new ArrayList<>();
        features.after(after).forEach(entry -> names.add(entry.getKey()));
        return names;
    }

    private Features<String> features(String... names) {
        return of(source(names));
    }

    private static Features<String> of(Source<String> source) {
        Features.Builder<String> builder = new Features.Builder<>("tool");
        builder.add(source);
        return builder.build();
    }

    private Source<String> source(String... names) {
        return new Source<>() {
            @Override
            public List<String> names() {
                return List.of(names);
            }

            @Override
            public String make(String name) {
                made.add(name);
                return "made " + name;
            }
        };
    }
}
