package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.argument.Values;
import dev.footbridge.call.Question;
import dev.footbridge.feature.Completer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.McpModule;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.ResourceReader;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.Workshop;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.testkit.author.TestCall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources, prompts, completions and questions of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FeaturesTest {

    private static final String MEMBERS = """
            /** Text. */ @Resource(uri = "kit://text", title = "T") String text(Call call) { return "a" + (call != null); }
            /** Bytes. */ @Resource(uri = "kit://bytes", mimeType = "image/png") byte[] bytes() { return new byte[] {1}; }
            /** Contents. */ @Resource(uri = "kit://contents")
            ResourceContents contents() { return ResourceContents.text("kit://other", null, "b"); }
            /** Many. */ @Resource(uri = "kit://many")
            static List<ResourceContents> many() { return List.of(ResourceContents.text("kit://1", null, "c")); }
            /** Point. */ @Resource(uri = "kit://point") Point point() { return new Point(1); }
            /** Points. */ @Resource(uri = "kit://points") Optional<List<Point>> points() { return Optional.of(List.of()); }
            /** None. */ @Resource(uri = "kit://none") Optional<byte[]> none() { return Optional.empty(); }
            /** Item. @param id i @param page p @param state s @param day d */
            @Resource(uri = "kit://items/{id}/{page}/{state}/{day}")
            String item(String id, long page, State state, LocalDate day) { return id + page + state + day; }

            /** Writes. @param who w @param how h */
            @Prompt(title = "P") String write(@Length(max = 3) String who, Optional<State> how) { return who + how; }
            /** Lists. */ @Prompt static List<PromptResult.Message> list() {
                return List.of(new PromptResult.Message(Role.ASSISTANT, Content.text("x")));
            }
            /** Wholes. @param state s */
            @Prompt(name = "a b") PromptResult whole(@Title("State") State state) { return PromptResult.user(state + ""); }

            @Complete(prompt = "write", argument = "who") List<String> who(String typed) { return List.of(typed + "!"); }
            @Complete(prompt = "a b", argument = "state")
            static Stream<String> states(Call call, Map<String, String> others, String typed) {
                return Stream.of(typed, others + "");
            }
            @Complete(resource = "kit://items/{id}/{page}/{state}/{day}", argument = "id")
            List<String> ids(String typed) { return List.of("1", "2"); }

            /**
             * @param name its name
             * @param count how many
             * @param share of all
             * @param yes or no
             * @param day when
             * @param at which moment
             * @param site where
             * @param mail to whom
             * @param state which
             * @param states which ones
             * @param size how large
             */
            @Question public record Ask(
                @Length(min = 1, max = 20) @Title("Name") String name, @Default("3") @Min(1) @Max(5) int count,
                @Default("0.5") @Min(0) @Max(1) double share, @Default("true") boolean yes, Optional<LocalDate> day,
                @Nullable Instant at, Optional<URI> site,
                @Format(dev.footbridge.argument.TextFormat.EMAIL) Optional<String> mail, @Default("open") State state,
                @Items(min = 1, max = 2) Set<State> states, @Allowed({"s", "m"}) @Default("m") String size) {}
            /** @param even e */ @Question public record Strict(@MultipleOf("2") int even) {}

            /** @param x x */ record Point(int x) {}
            enum State { @Name("open") @Title("Still open") OPEN, @Name("shut") SHUT }
            """;

    private FeatureSet features;
    private Object module;

    @BeforeAll
    void compile(@TempDir Path folder) {
        Workshop.Outcome outcome = Kit.compile(folder, Kit.source(MEMBERS));
        module = outcome.make("shop.KitModule", outcome.make("shop.Kit"));
        features = FeatureSet.of((McpModule) module);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kit://text|{\"uri\":\"kit://text\",\"mimeType\":\"text/plain\",\"text\":\"atrue\"}",
                "kit://bytes|{\"uri\":\"kit://bytes\",\"mimeType\":\"image/png\",\"blob\":\"AQ==\"}",
                "kit://contents|{\"uri\":\"kit://other\",\"text\":\"b\"}",
                "kit://many|{\"uri\":\"kit://1\",\"text\":\"c\"}",
                "kit://point|{\"uri\":\"kit://point\",\"mimeType\":\"application/json\",\"text\":\"{\\\"x\\\":1}\"}",
                "kit://points|{\"uri\":\"kit://points\",\"mimeType\":\"application/json\",\"text\":\"[]\"}",
                "kit://none|``",
            })
    void aResourceIsRead(String uri, String expected) throws Exception {
        assertThat(read(features.resources().get(uri).reader(), uri, Map.of())).isEqualTo(expected);
    }

    @Test
    void aResourceIsListedAsItWasDescribed() {
        assertThat(JsonWriter.text(features.resources().get("kit://text").toJson()))
                .isEqualTo("{\"uri\":\"kit://text\",\"name\":\"text\",\"title\":\"T\",\"description\":\"Text.\","
                        + "\"mimeType\":\"text/plain\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "a,-7,open,2026-07-28,a-7OPEN2026-07-28",
        "a,1.0,open,2026-07-28,",
        "a,007,open,2026-07-28,",
        "a,x,open,2026-07-28,",
        "a,9223372036854775808,open,2026-07-28,",
        "a,1,OPEN,2026-07-28,",
        "a,1,open,2026-7-28,",
    })
    void aTemplateIsReadUnlessAVariableDoesNotFit(String id, String page, String state, String day, String expected)
            throws Exception {
        ResourceTemplate template = template();
        Map<String, String> variables = Map.of("id", id, "page", page, "state", state, "day", day);

        String read = read(template.reader(), "kit://items", variables);

        assertThat(read)
                .isEqualTo(
                        expected == null
                                ? ""
                                : "{\"uri\":\"kit://items\",\"mimeType\":\"text/plain\",\"text\":\"" + expected
                                        + "\"}");
    }

    @Test
    void aPromptIsRendered() throws Exception {
        assertThat(render("write", Map.of("who", "me", "how", "shut"))).isEqualTo("meOptional[SHUT]");
        assertThat(render("write", Map.of("who", "me"))).isEqualTo("meOptional.empty");
        assertThat(render("list", Map.of())).isEqualTo("x");
        assertThat(render("a b", Map.of("state", "open"))).isEqualTo("OPEN");
    }

    @Test
    void aPromptRefusesArgumentsThatDoNotFitAndSaysWhatWould() {
        assertThatThrownBy(() -> render("write", Map.of("who", "them all", "how", "slowly")))
                .isInstanceOf(RpcException.class)
                .hasMessage("The arguments do not fit this prompt: /who: must be at most 3 characters long;"
                        + " /how: must be one of: open, shut");
    }

    @Test
    void aPromptIsListedAsItWasDescribed() {
        assertThat(JsonWriter.text(prompt("write").toJson()))
                .isEqualTo("{\"name\":\"write\",\"title\":\"P\",\"description\":\"Writes.\",\"arguments\":["
                        + "{\"name\":\"who\",\"description\":\"w\",\"required\":true},"
                        + "{\"name\":\"how\",\"description\":\"h\",\"required\":false}]}");
        assertThat(JsonWriter.text(prompt("a b").toJson())).contains("\"title\":\"State\"");
    }

    @Test
    void valuesAreProposedByAMethodOrElseFromTheEnum() throws Exception {
        assertThat(complete(completer("write", 0), "m")).containsExactly("m!");
        assertThat(complete(completer("a b", 0), "m")).containsExactly("m", "{a=b}");
        assertThat(complete(completer("write", 1), "")).containsExactly("open", "shut");
        assertThat(complete(completer("write", 1), "SH")).containsExactly("shut");
        assertThat(complete(template().completers().get("id"), "")).containsExactly("1", "2");
        assertThat(complete(template().completers().get("state"), "o")).containsExactly("open");
        assertThat(template().completers()).containsOnlyKeys("id", "state");
    }

    @Test
    void aQuestionIsAForm() {
        Question<?> question = question("Ask");

        assertThat(JsonWriter.text(question.fields().document().get("properties")))
                .isEqualTo("{\"name\":{\"type\":\"string\",\"title\":\"Name\",\"description\":\"its name\","
                        + "\"minLength\":1,\"maxLength\":20},"
                        + "\"count\":{\"type\":\"integer\",\"description\":\"how many\",\"minimum\":1,\"maximum\":5,"
                        + "\"default\":3},"
                        + "\"share\":{\"type\":\"number\",\"description\":\"of all\",\"minimum\":0.0,\"maximum\":1.0,"
                        + "\"default\":0.5},"
                        + "\"yes\":{\"type\":\"boolean\",\"description\":\"or no\",\"default\":true},"
                        + "\"day\":{\"type\":\"string\",\"description\":\"when\",\"format\":\"date\"},"
                        + "\"at\":{\"type\":\"string\",\"description\":\"which moment\",\"format\":\"date-time\"},"
                        + "\"site\":{\"type\":\"string\",\"description\":\"where\",\"format\":\"uri\"},"
                        + "\"mail\":{\"type\":\"string\",\"description\":\"to whom\",\"format\":\"email\"},"
                        + "\"state\":{\"type\":\"string\",\"description\":\"which\",\"oneOf\":[{\"const\":\"open\","
                        + "\"title\":\"Still open\"},{\"const\":\"shut\",\"title\":\"shut\"}],\"default\":\"open\"},"
                        + "\"states\":{\"type\":\"array\",\"description\":\"which ones\",\"items\":{\"anyOf\":["
                        + "{\"const\":\"open\",\"title\":\"Still open\"},{\"const\":\"shut\",\"title\":\"shut\"}]},"
                        + "\"minItems\":1,\"maxItems\":2,\"uniqueItems\":true},"
                        + "\"size\":{\"type\":\"string\",\"description\":\"how large\",\"enum\":[\"s\",\"m\"],"
                        + "\"default\":\"m\"}}");
        assertThat(question.fields().isFlat()).isTrue();
    }

    @Test
    void anAnswerIsReadAsTheRecord() {
        Record answer = question("Ask").read(answer("{\"name\":\"a\",\"states\":[\"shut\"],\"day\":\"2026-07-28\"}"));

        assertThat(answer)
                .hasToString("Ask[name=a, count=3, share=0.5, yes=true, day=Optional[2026-07-28], at=null,"
                        + " site=Optional.empty, mail=Optional.empty, state=OPEN, states=[SHUT], size=m]");
    }

    @Test
    void anAnswerThatNoFormCanForbidIsToldToTheModel() {
        assertThatThrownBy(() -> question("Strict").read(answer("{\"even\":3}")))
                .isInstanceOf(ToolFailure.class)
                .hasMessage("The user's answer does not fit: /even: must be a multiple of 2. Ask again.");
    }

    @Test
    void aRecordThatNobodyAsksForIsNoQuestion() {
        assertThat(features.question(String.class)).isEmpty();
    }

    private Question<?> question(String name) {
        try {
            Class<?> type = module.getClass().getClassLoader().loadClass("shop.Kit$" + name);
            return features.question(type).orElseThrow();
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Values answer(String json) {
        return new Values(Kit.object(json));
    }

    private ResourceTemplate template() {
        return features.templates().values().iterator().next();
    }

    private Prompt prompt(String name) {
        return features.prompts().get(name);
    }

    private String render(String name, Map<String, String> arguments) throws Exception {
        return prompt(name).renderer().render(arguments, call()).messages().stream()
                .map(message -> ((dev.footbridge.protocol.Content.Text) message.content()).text())
                .findFirst()
                .orElseThrow();
    }

    private Completer completer(String prompt, int argument) {
        return prompt(prompt).arguments().get(argument).completer();
    }

    private static List<String> complete(Completer completer, String typed) throws Exception {
        return completer.complete(typed, Map.of("a", "b"), call());
    }

    private static String read(ResourceReader reader, String uri, Map<String, String> variables) throws Exception {
        return reader.read(uri, variables, call()).stream()
                .map(contents -> JsonWriter.text(contents.toJson()))
                .findFirst()
                .orElse("");
    }

    private static TestCall call() {
        return TestCall.builder().build();
    }
}
