package dev.footbridge.verification.shop;

import static dev.footbridge.feature.Effect.ADDITIVE;
import static dev.footbridge.feature.Effect.READ_ONLY;

import dev.footbridge.call.Call;
import dev.footbridge.call.KeptState;
import dev.footbridge.constraint.AtLeastOne;
import dev.footbridge.constraint.Default;
import dev.footbridge.constraint.Example;
import dev.footbridge.constraint.Items;
import dev.footbridge.constraint.Length;
import dev.footbridge.constraint.Max;
import dev.footbridge.constraint.Min;
import dev.footbridge.constraint.MultipleOf;
import dev.footbridge.constraint.Pattern;
import dev.footbridge.constraint.Requires;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import dev.footbridge.tool.Complete;
import dev.footbridge.tool.Header;
import dev.footbridge.tool.McpTools;
import dev.footbridge.tool.Name;
import dev.footbridge.tool.Presence;
import dev.footbridge.tool.Prompt;
import dev.footbridge.tool.Question;
import dev.footbridge.tool.Resource;
import dev.footbridge.tool.Tag;
import dev.footbridge.tool.Title;
import dev.footbridge.tool.Tool;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small shop. */
@McpTools
public final class ShopTools {

    private final Map<String, Order> orders;

    public ShopTools(Map<String, Order> orders) {
        this.orders = Map.copyOf(orders);
    }

    /** With one order in it. */
    public static ShopTools withOneOrder() {
        Order order = new Order("DE123456", Status.OPEN, List.of(new Line("Lamp", 2, null)), Optional.empty());
        return new ShopTools(Map.of(order.id(), order));
    }

    /**
     * Finds one order by its number. Use it when the user names an order.
     *
     * @param id order number
     */
    @Tool(title = "Find an order", effect = READ_ONLY, openWorld = false, timeout = "5s")
    public Order findOrder(@Pattern("[A-Z]{2}\\d{6}") @Example("DE123456") @Header("Order") String id) {
        Order order = orders.get(id);
        if (order == null) {
            throw new ToolFailure("There is no order " + id + ".");
        }
        return order;
    }

    /**
     * Cancels an order, after the user has said why and has confirmed.
     *
     * @param id order number
     */
    @Tool
    public Cancelled cancelOrder(@Pattern("[A-Z]{2}\\d{6}") String id, Call call) {
        Order order = findOrder(id);
        Reason reason = call.ask("reason", Reason.class, "Why is order " + id + " cancelled?");
        if (!call.confirm("sure", "Cancel order " + id + " for good?")) {
            throw new ToolFailure("The user kept the order.");
        }
        call.progress(1, 1, "cancelled");
        return new Cancelled(order.id(), reason.words(), reason.kind());
    }

    /** Gives back what it is given: everything that arguments and results can be. */
    @Tool(effect = READ_ONLY, openWorld = false)
    public Everything echo(Everything all) {
        return all;
    }

    /**
     * Draws a figure.
     *
     * @param figure what to draw
     * @param label under the figure
     */
    @Tool(effect = READ_ONLY, openWorld = false)
    public static Figure draw(Figure figure, Presence<String> label) {
        return label.value()
                .<Figure>map(text -> new Group(List.of(figure), text))
                .orElse(figure);
    }

    /** Says what day the shop opened. */
    @Tool(effect = READ_ONLY, openWorld = false)
    public LocalDate opened() {
        return LocalDate.of(2026, 7, 28);
    }

    /**
     * Finds the newest order, if there is one.
     *
     * @param status only orders in this state
     */
    @Tool(effect = READ_ONLY, openWorld = false)
    public Optional<Order> newestOrder(Optional<Status> status) {
        return orders.values().stream()
                .filter(order -> status.isEmpty() || status.get() == order.status())
                .findFirst();
    }

    /** Opens a basket and tells its handle. */
    @Tool(effect = ADDITIVE, openWorld = false)
    public String openBasket(Call call) {
        KeptState basket = call.newState();
        basket.put(JsonObject.of("articles", "none"), Duration.ofHours(1));
        return basket.handle();
    }

    /**
     * Tells what is in a basket.
     *
     * @param handle as openBasket told it
     */
    @Tool(effect = READ_ONLY, openWorld = false)
    public JsonObject basket(String handle, Call call) {
        return call.state(handle).get().orElseThrow(() -> new ToolFailure("There is no such basket: open a new one."));
    }

    /** Rings the bell. */
    @Tool(effect = ADDITIVE, openWorld = false)
    public void ring() {
        // nothing comes back, and clients are told that it is done
    }

    /** Shows the shop in words and in a picture. */
    @Tool(effect = READ_ONLY, openWorld = false)
    public Stream<Content> show() {
        return Stream.of(Content.text("A small shop"), Content.text("in a quiet street"));
    }

    /**
     * One order.
     *
     * @param id order number
     */
    @Resource(uri = "shop://orders/{id}")
    public Optional<Order> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** How we treat returns. */
    @Resource(uri = "shop://policy", mimeType = "text/markdown", title = "Returns")
    public static String policy() {
        return "# Returns";
    }

    /**
     * Writes to a customer about an order.
     *
     * @param id order number
     * @param tone how it should sound
     */
    @Prompt(title = "A letter")
    public String letter(String id, Optional<Tone> tone) {
        return "Write a " + tone.orElse(Tone.PLAIN).name() + " letter about order " + id + ".";
    }

    @Complete(prompt = "letter", argument = "id")
    List<String> orderNumbers(String typed) {
        return orders.keySet().stream().filter(id -> id.startsWith(typed)).toList();
    }

    public enum Status {
        OPEN,
        SHIPPED,
        @Name("returned")
        SENT_BACK
    }

    public enum Tone {
        WARM,
        PLAIN
    }

    public record Order(String id, Status status, List<Line> lines, Optional<LocalDate> shipped) {}

    /** @param note what the customer wrote */
    public record Line(String article, int count, @Nullable String note) {}

    public record Cancelled(String id, String why, Kind kind) {}

    /**
     * Why.
     *
     * @param words in the user's own words
     * @param kind of reason
     * @param refund in euros
     */
    @Question
    public record Reason(
            @Length(min = 3, max = 200) String words,
            @Default("OTHER") Kind kind,
            Optional<Double> refund) {}

    public enum Kind {
        LATE,
        BROKEN,
        OTHER
    }

    /** What can be drawn. */
    @Tag("kind")
    public sealed interface Figure permits Circle, Group {}

    /** @param radius in millimetres */
    @Tag("circle")
    public record Circle(@Min(1) @Max(500) double radius) implements Figure {}

    /**
     * Several.
     *
     * @param parts from back to front
     * @param label under them
     */
    @Tag("group")
    public record Group(@Items(max = 10) List<Figure> parts, String label) implements Figure {}

    /**
     * Everything.
     *
     * @param text any
     * @param count how many
     * @param large a large number
     * @param exact a sum of money
     * @param share between 0 and 1
     * @param flag on or off
     * @param day a day
     * @param moment a moment
     * @param time a time of day
     * @param pause how long
     * @param id an id
     * @param link a page
     * @param status a state
     * @param bytes raw bytes
     * @param tags short words
     * @param rows of numbers
     * @param sizes by name
     * @param tree of names
     * @param maybe a text that may be missing
     * @param number that may be missing
     * @param nothing that may be null
     * @param change that may be left out or null
     * @param free any object
     */
    @AtLeastOne({"maybe", "number"})
    @Requires(value = "nothing", needs = "maybe")
    public record Everything(
            @Length(max = 100) String text,
            @Default("3") @Min(1) @Max(50) int count,
            long large,
            @MultipleOf("0.01") BigDecimal exact,
            @Min(0) @Max(1) double share,
            @Default("true") boolean flag,
            LocalDate day,
            Instant moment,
            LocalTime time,
            Duration pause,
            UUID id,
            URI link,
            Status status,
            @Length(max = 16) byte[] bytes,
            @Items(max = 5) @Length(min = 1, max = 20) Set<String> tags,
            List<List<Integer>> rows,
            Map<String, Double> sizes,
            Tree tree,
            @Title("Maybe") Optional<String> maybe,
            OptionalInt number,
            @Nullable String nothing,
            Presence<Integer> change,
            JsonObject free) {}

    /**
     * A tree.
     *
     * @param name of this node
     * @param children below it
     */
    public record Tree(String name, List<Tree> children) {}
}
