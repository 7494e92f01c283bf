package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.McpModule;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import dev.footbridge.protocol.ProtocolVersion;
import java.nio.file.Path;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author may call things whatever the language allows. */
final class NamesTest {

    @TempDir
    Path folder;

    @Test
    void typesMayBeCalledLikeOurs() {
        String tools = """
                package shop;
                import dev.footbridge.tool.McpTools;
                /** Tools. */ @McpTools public class Tools {
                    /** Finds. @param slot s @param list l @param string x */
                    @dev.footbridge.tool.Tool(name = "find") public Tool find(
                            Slot slot, List list, java.util.Optional<String> string, dev.footbridge.call.Call call) {
                        return new Tool(slot, list, string, FindTool.B);
                    }
                    /** Lists. @param in i @param call c */
                    @dev.footbridge.tool.Tool(name = "listed") public Json listed(FindTool in, Call call) {
                        return new Json(in);
                    }
                }
                """;
        String[] types = {
            "package shop; /** @param a a */ public record Slot(java.lang.String a) {}",
            "package shop; /** @param a a */ public record List(java.util.List<java.lang.String> a) {}",
            "package shop; /** @param a a */ public record String(int a) {}",
            "package shop; /** @param a a */ public record Call(int a) {}",
            "package shop; public enum FindTool { A, B }",
            "package shop; /** @param a a */ public record Json(FindTool a) {}",
            "package shop; public record Tool(Slot a, List b, java.util.Optional<String> c, FindTool d) {}",
        };

        Kit kit = new Kit(features("shop.Tools", tools, types));

        assertThat(kit.call("find", "{\"slot\":{\"a\":\"x\"},\"list\":{\"a\":[]},\"string\":{\"a\":1}}"))
                .isEqualTo("{\"a\":{\"a\":\"x\"},\"b\":{\"a\":[]},\"c\":{\"a\":1},\"d\":\"B\"}");
        assertThat(kit.call("listed", "{\"in\":\"A\",\"call\":{\"a\":1}}")).isEqualTo("{\"a\":\"A\"}");
    }

    @Test
    void aClassMayStandInNoPackageBesideTypesCalledLikeOurs() {
        String tools = """
                import dev.footbridge.tool.*;
                /** Tools. */ @McpTools public class Listings {
                    /** Finds. */ @Tool public Slot find(Slot in) { return in; }
                }
                """;
        String slot = "/** @param optional o */ public record Slot(java.util.Optional<Optional> optional) {}";
        String optional = "/** @param java j @param dev d */ public record Optional(String java, int dev) {}";

        Kit kit = new Kit(features("Listings", tools, slot, optional));

        assertThat(kit.call("find", "{\"optional\":{\"java\":\"a\",\"dev\":1}}"))
                .isEqualTo("{\"optional\":{\"java\":\"a\",\"dev\":1}}");
    }

    @Test
    void argumentsMayBeCalledLikeOurVariables() {
        Kit kit = Kit.of(folder, """
                /** @param in a @param value a @param place a @param from a @param json a @param Slot a @param slot a */
                record R(Optional<String> in, @Nullable String value, Presence<String> place, Optional<String> from,
                    Optional<String> json, Optional<String> Slot, Presence<String> slot) {}
                /** Acts. */ @Tool R record(R in) { return in; }
                /** Acts. @param in a @param call a @param target a @param arguments a @param document a @param result a
                 * @param shop a @param java a @param dev a @param inSlot a @param String a @param record a */
                @Tool String each(int in, Presence<String> call, int target, int arguments, int document, int result,
                    int shop, int java, List<Point> dev, int inSlot, int String, int record) {
                    return in + "" + call.value().get() + target + arguments + document + result + shop + java + dev + inSlot;
                }
                /** @param a a */ record Point(int a) {}
                """);

        String all =
                "{'in':'1','value':'2','place':'3','from':'4','json':'5','Slot':'6','slot':'7'}".replace('\'', '"');
        assertThat(kit.call("record", all)).isEqualTo(all);
        assertThat(kit.call("each", """
                        {"in":1,"call":"2","target":3,"arguments":4,"document":5,"result":6,"shop":7,"java":8,"dev":[],
                         "inSlot":9,"String":0,"record":0}
                        """)).isEqualTo("12345678[]9");
    }

    @Test
    void toolsMayBeCalledAnything() {
        String names = "notify toString class new find_order find-order findorder FINDORDER 7.up -_- Listed";
        StringBuilder members = new StringBuilder();
        for (String name : names.split(" ")) {
            String method = "m" + members.length();
            members.append("/** Acts. */ @Tool(name = \"%s\") public String %s() { return \"%s\"; }\n"
                    .formatted(name, method, name));
        }
        Workshop.Outcome outcome = Workshop.in(folder)
                .with(new FootbridgeProcessor())
                .source(Kit.source(members.toString()))
                .compile();
        assertThat(outcome.messages(Diagnostic.Kind.ERROR)).isEmpty();

        Kit kit = new Kit(FeatureSet.of((McpModule) outcome.make("shop.KitModule", outcome.make("shop.Kit"))));

        assertThat(kit.features().tools()).containsOnlyKeys(names.split(" "));
        for (String name : names.split(" ")) {
            assertThat(kit.call(name, "{}")).isEqualTo(name);
            assertThat(JsonWriter.text(kit.tool(name).listing().toJson(ProtocolVersion.V2026_07_28)))
                    .startsWith("{\"name\":\"" + name + "\"");
        }
    }

    @Test
    void deprecatedThingsAreServedWithoutAWarning() {
        Kit kit = Kit.of(folder, """
                /** @param a a */ @Deprecated(forRemoval = true) record Old(int a) {}
                /** Acts. */ @Deprecated(forRemoval = true) @SuppressWarnings("removal") @Tool Old old(Old in) { return in; }
                """);

        assertThat(kit.call("old", "{\"a\":1}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void aClassOfStaticMethodsNeedsNoObject() {
        String source = Kit.source("/** Acts. */ @Tool static String act() { return \"done\"; } private Kit() {}\n");
        Workshop.Outcome outcome = Kit.compile(folder, source);

        Kit kit = new Kit(FeatureSet.of((McpModule) outcome.make("shop.KitModule")));

        assertThat(kit.call("act", "{}")).isEqualTo("done");
    }

    @Test
    void aClassMayBeNestedInAnother() {
        String source = """
                package shop;
                import dev.footbridge.tool.*;
                /** Outer. */ public class Outer {
                    /** Inner. */ @McpTools public static class Inner {
                        /** Acts. */ @Tool String act(In in) { return in.a(); }
                        /** @param a a */ record In(String a) {}
                    }
                }
                """;
        Workshop.Outcome outcome = Kit.compile(folder, source);

        Object module = outcome.make("shop.InnerModule", outcome.make("shop.Outer$Inner"));

        assertThat(new Kit(FeatureSet.of((McpModule) module)).call("act", "{\"a\":\"b\"}"))
                .isEqualTo("b");
    }

    private FeatureSet features(String className, String source, String... others) {
        String[] sources = new String[others.length + 1];
        sources[0] = source;
        System.arraycopy(others, 0, sources, 1, others.length);
        Workshop.Outcome outcome = Kit.compile(folder, sources);
        return FeatureSet.of((McpModule) outcome.make(className + "Module", outcome.make(className)));
    }
}
