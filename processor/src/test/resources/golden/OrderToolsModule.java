package shop;

import com.google.re2j.Pattern;
import dev.footbridge.argument.Field;
import dev.footbridge.argument.Fields;
import dev.footbridge.argument.TextFormat;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.call.Question;
import dev.footbridge.compiled.CompiledTools;
import dev.footbridge.compiled.ListSlot;
import dev.footbridge.compiled.ListedTool;
import dev.footbridge.compiled.Misfits;
import dev.footbridge.compiled.ObjectSlot;
import dev.footbridge.compiled.Out;
import dev.footbridge.compiled.Proposals;
import dev.footbridge.compiled.Results;
import dev.footbridge.compiled.Slot;
import dev.footbridge.compiled.TextSlot;
import dev.footbridge.compiled.Times;
import dev.footbridge.compiled.Variables;
import dev.footbridge.feature.Completer;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.HeaderParams;
import dev.footbridge.feature.InvalidArguments;
import dev.footbridge.feature.McpModule;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceReader;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.feature.Source;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.feature.ToolTerms;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.limit.Rate;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.tool.Presence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;

/** Serves OrderTools. Written by Footbridge's annotation processor; changes are lost. */
@Generated("dev.footbridge.processor.FootbridgeProcessor")
@NullUnmarked
@SuppressWarnings({"all", "deprecation", "removal"})
public final class OrderToolsModule implements McpModule, Source<Tool>, Question.Source {
    private volatile OrderTools target;

    public OrderToolsModule(OrderTools target) {
        this.target = target;
    }

    /** Makes its OrderTools when that is first called, so that a start need not load it. */
    public static OrderToolsModule onDemand() {
        return new OrderToolsModule(null);
    }

    private OrderTools target() {
        if (target == null) {
            synchronized (this) {
                if (target == null) {
                    target = new OrderTools();
                }
            }
        }
        return target;
    }

    @Override
    public void addTo(FeatureSet.Builder features) {
        features.tools(this);
        features.questions(this);
        features.resource(Resource.at("orders://newest")
                .named("newest")
                .title("Newest order")
                .describedAs("The newest order.")
                .mimeType("application/json")
                .reads(new Resources(this, 0)));
        features.template(ResourceTemplate.matching("orders://{id}/pages/{page}")
                .named("page")
                .describedAs("One page of an order.")
                .mimeType("text/markdown")
                .reads(new Resources(this, 1)));
        features.prompt(Prompt.named("write-letter")
                .title("Write a letter")
                .describedAs("Writes a letter to a customer.")
                .requires("customer", "their number")
                .completedBy(new Completers(this, 0))
                .accepts("tone", "how it sounds")
                .completedBy(new Completers(this, 1))
                .renders(new Prompts(this, 0)));
    }

    @Override
    public int[] hashes() {
        return new int[] {246643199, 443740488, 110760};
    }

    @Override
    public List<String> names() {
        return List.of("change_order find_order pay".split(" "));
    }

    @Override
    public Tool make(String name) {
        return new Tools(this).make(name);
    }

    @Override
    public Optional<Question<?>> question(Class<?> type) {
        if (type == OrderTools.Confirm.class) {
            return Optional.of(new ConfirmQuestion());
        }
        return Optional.empty();
    }

    private static final class Tools extends CompiledTools {
        private final OrderToolsModule module;

        Tools(OrderToolsModule module) {
            this.module = module;
        }

        @Override
        public Tool make(String name) {
            return switch (name) {
                case "change_order" -> tool(name, 0, Effect.IDEMPOTENT, true).limitedTo(Duration.ofMillis(30000))
                        .mirroring(new HeaderParams.Param("Mcp-Param-Region", List.of("region"), "integer"));
                case "find_order" -> tool(name, 1, Effect.READ_ONLY, false);
                case "pay" -> tool(name, 2, Effect.DESTRUCTIVE, true).on(ToolTerms.USUAL.requiring("orders:read",
                        "orders:pay").ratedAt(Rate.parse("10/min")).costing(5).recordingFirst());
                default -> null;
            };
        }

        @Override
        protected ToolResult call(int number, JsonObject arguments, Call call) throws Exception {
            return switch (number) {
                case 0 -> ChangeOrderTool.call(module.target(), arguments, call);
                case 1 -> FindOrderTool.call(module.target(), arguments, call);
                case 2 -> PayTool.call(module.target(), arguments, call);
                default -> throw unknown(number);
            };
        }

        @Override
        protected ListedTool listing(int number) {
            return switch (number) {
                case 0 -> Listings.changeOrder();
                case 1 -> Listings.findOrder();
                case 2 -> Listings.pay();
                default -> throw unknown(number);
            };
        }
    }

    private static final class Listings {
        static ListedTool changeOrder() {
            return new ListedTool(
                    "\"change_order\"",
                    "",
                    "\"Changes an order.\"",
                    "",
                    """
                    {"type":"object","properties":{"id":{"type":"string","description":"order \
                    number","pattern":"^[A-Z]{2}\\\\d{6}$"},"state":{"type":"string","description":"what \
                    becomes of it","enum":["sent","lost"],"default":"sent"},"note":{"type":["string",\
                    "null"],"description":"for the driver; null clears it"},"labels":{"type":"array",\
                    "description":"what is stuck on the parcel","items":{"type":"string","maxLength":9},\
                    "uniqueItems":true},"region":{"type":"integer","description":"where it \
                    is kept","minimum":-2147483648,"maximum":2147483647,"x-mcp-header":"Region"}},\
                    "required":["id"],"additionalProperties":false}\
                    """,
                    "",
                    """
                    {"readOnlyHint":false,"destructiveHint":true,"idempotentHint":true,"openWorldHint":true}\
                    """);
        }

        static ListedTool findOrder() {
            return new ListedTool(
                    "\"find_order\"",
                    "\"Find an order\"",
                    """
                    "Finds one order by its number. Knows nothing of orders before 2019; ask \
                    the archive for those."\
                    """,
                    "",
                    """
                    {"type":"object","description":"What to look for.","properties":{"id":{"type":"string",\
                    "description":"order number","minLength":1,"maxLength":80,"examples":["DE123456"]},\
                    "lines":{"type":"integer","description":"lines to return","minimum":1,\
                    "maximum":50,"default":10}},"required":["id"],"additionalProperties":false}\
                    """,
                    """
                    {"type":["object","null"],"description":"An order.","properties":{"id":{"type":"string",\
                    "description":"its number"},"due":{"type":"string","description":"when \
                    it arrives","format":"date"},"lines":{"type":"array","description":"what \
                    is in it","items":{"type":"object","description":"A line.","properties":{"count":{"type":"integer",\
                    "description":"pieces"},"price":{"type":"number","description":"each"}},\
                    "required":["count","price"],"additionalProperties":false}}},"required":["id",\
                    "lines"],"additionalProperties":false}\
                    """,
                    """
                    {"readOnlyHint":true,"destructiveHint":false,"idempotentHint":true,"openWorldHint":false}\
                    """);
        }

        static ListedTool pay() {
            return new ListedTool(
                    "\"pay\"",
                    "",
                    "\"Pays an order. Asks the user first.\"",
                    "",
                    """
                    {"type":"object","description":"Money.","properties":{"order":{"type":"string",\
                    "description":"order number"},"by":{"type":"object","description":"how \
                    it is paid","oneOf":[{"type":"object","description":"By card.","properties":{"kind":{"const":\
                    "card"},"number":{"type":"string","description":"the last four digits"}},\
                    "required":["kind","number"],"additionalProperties":false},{"type":"object",\
                    "description":"In coins.","properties":{"kind":{"const":"cash"}},"required":["kind"],\
                    "additionalProperties":false}]},"cents":{"type":"integer","description":"without \
                    tips","minimum":-2147483648,"maximum":2147483647},"tip":{"type":"integer",\
                    "description":"in cents","minimum":-2147483648,"maximum":2147483647},"tipTo":{"type":"string",\
                    "description":"who gets it"}},"required":["order","by"],"dependentRequired":{"tip":["tipTo"]},\
                    "not":{"properties":{"cents":{"type":"null"},"tip":{"type":"null"}}},"additionalProperties":\
                    false}\
                    """,
                    "",
                    """
                    {"readOnlyHint":false,"destructiveHint":true,"idempotentHint":false,"openWorldHint":true}\
                    """);
        }
    }

    private static final class ChangeOrderTool {
        private static final Pattern ID_PATTERN = Pattern.compile("[A-Z]{2}\\d{6}");
        private static final List<String> STATE = List.of("sent", "lost");
        private static final List<String> ARGUMENTS = List.of("id", "state", "note", "labels", "region");

        static ToolResult call(OrderTools target, JsonObject arguments, Call call) throws Exception {
            Slot document = Slot.of(arguments);
            ObjectSlot in = document.object();
            String id = matching(in.required("id").text(), ID_PATTERN).get();
            OrderTools.State state = in.given("state") ? readState(in.optional("state")) : OrderTools.State.SENT;
            Slot noteSlot = in.optional("note");
            Presence<String> note = noteSlot.presence(noteSlot.text().get());
            Optional<Set<String>> labels = Optional.ofNullable(in.given("labels") ? readLabels(in.optional("labels"))
                    : null);
            OptionalInt region = in.optional("region").integer(Integer.MIN_VALUE, Integer.MAX_VALUE).optionalInt();
            if (!in.ok(ARGUMENTS)) {
                throw new InvalidArguments(document.problems());
            }
            return Results.text(target.changeOrder(id, state, note, labels, region, call));
        }

        private static TextSlot matching(TextSlot text, Pattern pattern) {
            return text.pattern(pattern.pattern(), pattern.matches(text.value()));
        }

        private static OrderTools.State readState(Slot slot) {
            return switch (slot.choice(STATE)) {
                case 0 -> OrderTools.State.SENT;
                case 1 -> OrderTools.State.LOST;
                default -> null;
            };
        }

        private static Set<String> readLabels(Slot slot) {
            ListSlot list = slot.list(0, Integer.MAX_VALUE).unique();
            Set<String> items = new LinkedHashSet<>();
            while (list.hasNext()) {
                items.add(list.next().text().length(0, 9).get());
            }
            return Collections.unmodifiableSet(items);
        }
    }

    private static final class FindOrderTool {
        private static final List<String> FIND_ORDER = List.of("id", "lines");

        static ToolResult call(OrderTools target, JsonObject arguments, Call call) throws Exception {
            Slot document = Slot.of(arguments);
            OrderTools.FindOrder in = readFindOrder(document.object());
            if (in == null) {
                throw new InvalidArguments(document.problems());
            }
            var result = Out.present(target.findOrder(in), "the result of findOrder");
            if (result.isEmpty()) {
                return ToolResult.structured(JsonNull.NULL);
            }
            return ToolResult.structured(writeOrder(result.get(), "the result of findOrder"));
        }

        private static OrderTools.FindOrder readFindOrder(ObjectSlot in) {
            String id = in.required("id").suchAs("DE123456").text().length(1, 80).get();
            int lines = (int) in.optional("lines").integer(1, 50).orElse(10);
            return in.ok(FIND_ORDER) ? new OrderTools.FindOrder(id, lines) : null;
        }

        private static Json writeOrder(OrderTools.Order value, String place) {
            OrderTools.Order from = Out.present(value, place);
            JsonObject.Builder json = JsonObject.builder();
            json.put("id", Out.text(from.id(), "Order.id"));
            var due = Out.present(from.due(), "Order.due");
            if (due.isPresent()) {
                json.put("due", Out.date(due.get(), "Order.due"));
            }
            json.put("lines", writeLines(from.lines(), "Order.lines"));
            return json.build();
        }

        private static Json writeLines(Collection<? extends OrderTools.Line> values, String place) {
            List<Json> items = new ArrayList<>();
            for (OrderTools.Line item : Out.present(values, place)) {
                items.add(writeLine(item, place));
            }
            return new JsonArray(items);
        }

        private static Json writeLine(OrderTools.Line value, String place) {
            OrderTools.Line from = Out.present(value, place);
            JsonObject.Builder json = JsonObject.builder();
            json.put("count", Out.whole(from.count()));
            json.put("price", Out.decimal(from.price(), "Line.price"));
            return json.build();
        }
    }

    private static final class PayTool {
        private static final List<String> MEANS_TAGS = List.of("card", "cash");
        private static final List<String> CARD = List.of("kind", "number");
        private static final List<String> CASH = List.of("kind");
        private static final List<String> PAYMENT = List.of("order", "by", "cents", "tip", "tipTo");

        static ToolResult call(OrderTools target, JsonObject arguments, Call call) throws Exception {
            Slot document = Slot.of(arguments);
            OrderTools.Payment in = readPayment(document.object());
            if (in == null) {
                throw new InvalidArguments(document.problems());
            }
            target.pay(in, call);
            return Results.done();
        }

        private static OrderTools.Payment readPayment(ObjectSlot in) {
            String order = in.required("order").text().get();
            OrderTools.Means by = readMeans(in.required("by").object());
            OptionalInt cents = in.optional("cents").integer(Integer.MIN_VALUE, Integer.MAX_VALUE).optionalInt();
            OptionalInt tip = in.optional("tip").integer(Integer.MIN_VALUE, Integer.MAX_VALUE).optionalInt();
            Optional<String> tipTo = Optional.ofNullable(in.optional("tipTo").text().get());
            in.atLeastOneOf(List.of("cents", "tip"));
            in.requires("tip", List.of("tipTo"));
            return in.ok(PAYMENT) ? new OrderTools.Payment(order, by, cents, tip, tipTo) : null;
        }

        private static OrderTools.Means readMeans(ObjectSlot in) {
            return switch (in.tag("kind", MEANS_TAGS)) {
                case 0 -> readCard(in);
                case 1 -> readCash(in);
                default -> null;
            };
        }

        private static OrderTools.Card readCard(ObjectSlot in) {
            String number = in.required("number").text().get();
            return in.ok(CARD) ? new OrderTools.Card(number) : null;
        }

        private static OrderTools.Cash readCash(ObjectSlot in) {
            return in.ok(CASH) ? new OrderTools.Cash() : null;
        }
    }

    private static final class Resources implements ResourceReader {
        private final OrderToolsModule module;
        private final int number;

        Resources(OrderToolsModule module, int number) {
            this.module = module;
            this.number = number;
        }

        @Override
        public List<ResourceContents> read(String uri, Map<String, String> variables, Call call) throws Exception {
            return switch (number) {
                case 0 -> NewestResource.read(module.target(), uri, variables, call);
                case 1 -> PageResource.read(module.target(), uri, variables, call);
                default -> throw new IllegalStateException();
            };
        }
    }

    private static final class NewestResource {
        static List<ResourceContents> read(OrderTools target, String uri,
                Map<String, String> variables, Call call) throws Exception {
            Json json = writeOrder(OrderTools.newest(), "the result of newest");
            return List.of(ResourceContents.text(uri, "application/json", JsonWriter.text(json)));
        }

        private static Json writeOrder(OrderTools.Order value, String place) {
            OrderTools.Order from = Out.present(value, place);
            JsonObject.Builder json = JsonObject.builder();
            json.put("id", Out.text(from.id(), "Order.id"));
            var due = Out.present(from.due(), "Order.due");
            if (due.isPresent()) {
                json.put("due", Out.date(due.get(), "Order.due"));
            }
            json.put("lines", writeLines(from.lines(), "Order.lines"));
            return json.build();
        }

        private static Json writeLines(Collection<? extends OrderTools.Line> values, String place) {
            List<Json> items = new ArrayList<>();
            for (OrderTools.Line item : Out.present(values, place)) {
                items.add(writeLine(item, place));
            }
            return new JsonArray(items);
        }

        private static Json writeLine(OrderTools.Line value, String place) {
            OrderTools.Line from = Out.present(value, place);
            JsonObject.Builder json = JsonObject.builder();
            json.put("count", Out.whole(from.count()));
            json.put("price", Out.decimal(from.price(), "Line.price"));
            return json.build();
        }
    }

    private static final class PageResource {
        private static final List<String> PAGE = List.of("id", "page");

        static List<ResourceContents> read(OrderTools target, String uri,
                Map<String, String> variables, Call call) throws Exception {
            Slot document = Variables.document(variables, List.of("page"));
            ObjectSlot in = document.object();
            String id = in.required("id").text().get();
            int page = (int) in.required("page").integer(Integer.MIN_VALUE, Integer.MAX_VALUE).value();
            if (!in.ok(PAGE)) {
                return List.of();
            }
            var result = Out.present(target.page(id, page), "the result of page");
            if (result.isEmpty()) {
                return List.of();
            }
            return List.of(ResourceContents.text(uri, "text/markdown", result.get()));
        }
    }

    private static final class Prompts implements Prompt.Renderer {
        private final OrderToolsModule module;
        private final int number;

        Prompts(OrderToolsModule module, int number) {
            this.module = module;
            this.number = number;
        }

        @Override
        public PromptResult render(Map<String, String> arguments, Call call) throws Exception {
            return switch (number) {
                case 0 -> WriteLetterPrompt.render(module.target(), arguments, call);
                default -> throw new IllegalStateException();
            };
        }
    }

    private static final class WriteLetterPrompt {
        private static final List<String> TONE = List.of("WARM", "COLD");
        private static final List<String> WRITE_LETTER = List.of("customer", "tone");

        static PromptResult render(OrderTools target, Map<String, String> arguments, Call call) throws Exception {
            Slot document = Variables.document(arguments, List.of());
            ObjectSlot in = document.object();
            String customer = in.required("customer").text().get();
            Optional<OrderTools.Tone> tone = Optional.ofNullable(readTone(in.optional("tone")));
            if (!in.ok(WRITE_LETTER)) {
                throw Misfits.prompt(document.problems());
            }
            return Out.present(target.writeLetter(customer, tone), "the result of writeLetter");
        }

        private static OrderTools.Tone readTone(Slot slot) {
            return switch (slot.choice(TONE)) {
                case 0 -> OrderTools.Tone.WARM;
                case 1 -> OrderTools.Tone.COLD;
                default -> null;
            };
        }
    }

    private static final class Completers implements Completer {
        private final OrderToolsModule module;
        private final int number;

        Completers(OrderToolsModule module, int number) {
            this.module = module;
            this.number = number;
        }

        @Override
        public List<String> complete(String typed, Map<String, String> others, Call call) throws Exception {
            return switch (number) {
                case 0 -> Proposals.of(module.target().customers(typed, others));
                case 1 -> Proposals.startingWith(typed, List.of("WARM", "COLD"));
                default -> throw new IllegalStateException();
            };
        }
    }

    private static final class ConfirmQuestion implements Question<OrderTools.Confirm> {
        private static final List<String> CONFIRM = List.of("yes", "until");

        @Override
        public Fields fields() {
            return Fields.of(
                    Field.flag("yes").describedAs("whether to pay"),
                    Field.text("until").format(TextFormat.DATE).describedAs("how long this holds").optional());
        }

        @Override
        public OrderTools.Confirm read(Values answer) {
            Slot document = Slot.of(answer.raw());
            OrderTools.Confirm in = readConfirm(document.object());
            if (in == null) {
                throw Misfits.answer(document.problems());
            }
            return in;
        }

        private static OrderTools.Confirm readConfirm(ObjectSlot in) {
            boolean yes = in.required("yes").flag(false);
            Optional<LocalDate> until = Optional.ofNullable(Times.date(in.optional("until")));
            return in.ok(CONFIRM) ? new OrderTools.Confirm(yes, until) : null;
        }
    }
}
