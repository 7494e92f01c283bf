package dev.footbridge.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    void theRefusalOfTwoOfOneNameIsOneLine() {
        Features.Builder<String> twice = new Features.Builder<>("tool");
        twice.add(source("a"));
        twice.add(source("a"));

        assertThatThrownBy(twice::build)
                .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
    }

    @Test
    void twoOfOneNameAreRefusedWhereverTheyComeFrom() {
        Features.Builder<String> twoSources = new Features.Builder<>("tool");
        twoSources.add(source("a", "b"));
        twoSources.add(source("c", "a"));
        Features.Builder<String> sourceAndSingle = new Features.Builder<>("tool");
        sourceAndSingle.add("b", "x");
        sourceAndSingle.add(source("a", "b"));

        assertThatThrownBy(twoSources::build).hasMessage("two features share the tool name 'a'");
        assertThatThrownBy(sourceAndSingle::build).hasMessage("two features share the tool name 'b'");
        assertThatThrownBy(() -> sourceAndSingle.add("b", "y")).hasMessageContaining("'b'");
        assertThat(made).isEmpty();
    }

    @Test
    void namesOfOneHashAreToldApart() {
        Features.Builder<String> builder = new Features.Builder<>("tool");
        builder.add(source("Aa", "x"));
        builder.add(source("BB"));

        Features<String> features = builder.build();

        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(features).containsEntry("Aa", "made Aa").containsEntry("BB", "made BB");
        assertThat(of(source("Aa"))).doesNotContainKey("BB").doesNotContainKey("unknown");
        assertThat(of(source("Aa")).get("BB")).isNull();
    }

    @Test
    void everyOneOfVeryManyIsFound() {
        Features.Builder<String> builder = new Features.Builder<>("tool");
        List<String> names = IntStream.range(0, 3000).mapToObj(i -> "n" + i).toList();
        for (int i = 0; i < names.size(); i += 100) {
            builder.add(source(names.subList(i, i + 100).toArray(new String[0])));
        }

        Features<String> features = builder.build();

        assertThat(names).allSatisfy(name -> assertThat(features.get(name)).isEqualTo("made " + name));
        assertThat(features).hasSize(names.size());
    }

    @Test
    void aStartAsksForNoName() {
        Source<String> unread = new Source<>() {
            @Override
            public List<String> names() {
                throw new AssertionError("a name was asked for");
            }

            @Override
            public int[] hashes() {
                return new int[] {"a".hashCode(), "b".hashCode()};
            }

            @Override
            public @Nullable String make(String name) {
                return name.equals("a") || name.equals("b") ? "made " + name : null;
            }
        };

        Features<String> features = of(unread);

        assertThat(features.get("b")).isEqualTo("made b");
        assertThat(features.get("c")).isNull();
        assertThat(features.size()).isEqualTo(2);
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
            public @Nullable String make(String name) {
                if (!List.of(names).contains(name)) {
                    return null;
                }
                made.add(name);
                return "made " + name;
            }
        };
    }
}
