package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Types that refer to themselves are read and written as deep as they go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecursionTest {

    private Kit kit;

    @BeforeAll
    void compile(@TempDir Path folder) {
        kit = Kit.of(folder, """
                /** @param name n @param next n @param below b @param byName b */
                record Node(String name, Optional<Node> next, List<Node> below, @Nullable Map<String, Node> byName) {}
                /** Echoes. */ @Tool Node nodes(Node in) { return in; }

                sealed interface Sum {}
                /** @param of o */ @Tag("number") record Leaf(int of) implements Sum {}
                /** @param left l @param right r */ @Tag("plus") record Plus(Sum left, Sum right) implements Sum {}
                /** Adds. @param sum s */ @Tool int add(Sum sum) {
                    return sum instanceof Plus plus ? add(plus.left()) + add(plus.right()) : ((Leaf) sum).of();
                }
                """);
    }

    @Test
    void aRecordMayHoldItself() {
        String leaf = "{\"name\":\"a\",\"below\":[],\"byName\":null}";
        String tree = "{'name':'b','next':L,'below':[L,L],'byName':{'x':L}}"
                .replace('\'', '"')
                .replace("L", leaf);

        assertThat(kit.call("nodes", tree)).isEqualTo(tree);
    }

    @Test
    void aProblemInTheDepthHasItsPath() {
        String tree = "{\"name\":\"a\",\"below\":[],\"next\":{\"name\":\"b\",\"below\":[{\"below\":[],\"name\":1}]}}";

        assertThat(kit.problems("nodes", tree)).containsExactly("/next/below/0/name: must be a string");
    }

    @Test
    void aSealedTypeMayHoldItself() {
        String one = "{\"type\":\"number\",\"of\":1}";
        String two = "{\"type\":\"plus\",\"left\":" + one + ",\"right\":" + one + "}";

        assertThat(kit.call("add", "{\"sum\":{\"type\":\"plus\",\"left\":" + two + ",\"right\":" + one + "}}"))
                .isEqualTo("3");
        assertThat(kit.problems("add", "{\"sum\":{\"type\":\"plus\",\"left\":" + one + "}}"))
                .containsExactly("/sum/right: is missing; it must be an object");
    }
}
