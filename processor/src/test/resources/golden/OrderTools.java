package shop;

import dev.footbridge.call.Call;
import dev.footbridge.constraint.AtLeastOne;
import dev.footbridge.constraint.Default;
import dev.footbridge.constraint.Example;
import dev.footbridge.constraint.Items;
import dev.footbridge.constraint.Length;
import dev.footbridge.constraint.Max;
import dev.footbridge.constraint.Min;
import dev.footbridge.constraint.Pattern;
import dev.footbridge.constraint.Requires;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.tool.Complete;
import dev.footbridge.tool.Header;
import dev.footbridge.tool.McpTools;
import dev.footbridge.tool.Name;
import dev.footbridge.tool.Presence;
import dev.footbridge.tool.Prompt;
import dev.footbridge.tool.Question;
import dev.footbridge.tool.Resource;
import dev.footbridge.tool.Tag;
import dev.footbridge.tool.Tool;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Looks after orders. */
@McpTools
public final class OrderTools {

    /** Finds one order by its number. Knows nothing of orders before 2019; ask the archive for those. */
    @Tool(name = "find_order", title = "Find an order", effect = Effect.READ_ONLY, openWorld = false)
    public Optional<Order> findOrder(FindOrder in) {
        return in.id().equals("DE123456") ? Optional.of(order(in.lines())) : Optional.empty();
    }

    /**
     * Changes an order.
     *
     * @param id order number
     * @param state what becomes of it
     * @param note for the driver; null clears it
     * @param labels what is stuck on the parcel
     * @param region where it is kept
     */
    @Tool(name = "change_order", effect = Effect.IDEMPOTENT, timeout = "30s")
    public String changeOrder(
            @Pattern("[A-Z]{2}\\d{6}") String id,
            @Default("sent") State state,
            Presence<String> note,
            @Length(max = 9) Optional<Set<String>> labels,
            @Header("Region") OptionalInt region,
            Call call) {
        return id + " " + state + " " + note + " " + labels + " " + region;
    }

    /** Pays an order. Asks the user first. */
    @Tool(
            name = "pay",
            scopes = {"orders:read", "orders:pay"},
            rate = "10/min",
            cost = 5,
            recordedFirst = true)
    public void pay(Payment in, Call call) {
        call.ask("confirm", Confirm.class, "Pay?");
    }

    /** The newest order. */
    @Resource(uri = "orders://newest", title = "Newest order")
    public static Order newest() {
        return order(1);
    }

    /**
     * One page of an order.
     *
     * @param id order number
     * @param page from 1
     */
    @Resource(uri = "orders://{id}/pages/{page}", mimeType = "text/markdown")
    public Optional<String> page(String id, int page) {
        return page == 1 ? Optional.of("# " + id) : Optional.empty();
    }

    /**
     * Writes a letter to a customer.
     *
     * @param customer their number
     * @param tone how it sounds
     */
    @Prompt(name = "write-letter", title = "Write a letter")
    public PromptResult writeLetter(String customer, Optional<Tone> tone) {
        return PromptResult.user(customer + tone);
    }

    @Complete(prompt = "write-letter", argument = "customer")
    public List<String> customers(String typed, Map<String, String> others) {
        return List.of(typed + others.size());
    }

    private static Order order(int lines) {
        return new Order("DE123456", Optional.of(LocalDate.of(2026, 7, 28)), List.of(new Line(lines, BigDecimal.ONE)));
    }

    /**
     * What to look for.
     *
     * @param id order number
     * @param lines lines to return
     */
    public record FindOrder(@Example("DE123456") @Length(min = 1, max = 80) String id, @Default("10") @Min(1) @Max(50) int lines) {}

    /**
     * An order.
     *
     * @param id its number
     * @param due when it arrives
     * @param lines what is in it
     */
    public record Order(String id, Optional<LocalDate> due, @Items(min = 1) List<Line> lines) {}

    /**
     * A line.
     *
     * @param count pieces
     * @param price each
     */
    public record Line(int count, BigDecimal price) {}

    /**
     * Money.
     *
     * @param order order number
     * @param by how it is paid
     * @param cents without tips
     * @param tip in cents
     * @param tipTo who gets it
     */
    @AtLeastOne({"cents", "tip"})
    @Requires(value = "tip", needs = "tipTo")
    public record Payment(String order, Means by, OptionalInt cents, OptionalInt tip, Optional<String> tipTo) {}

    /** A way to pay. */
    @Tag("kind")
    public sealed interface Means {}

    /**
     * By card.
     *
     * @param number the last four digits
     */
    @Tag("card")
    public record Card(String number) implements Means {}

    /** In coins. */
    @Tag("cash")
    public record Cash() implements Means {}

    /**
     * A last look.
     *
     * @param yes whether to pay
     * @param until how long this holds
     */
    @Question
    public record Confirm(boolean yes, Optional<LocalDate> until) {}

    /** What becomes of an order. */
    public enum State {
        @Name("sent")
        SENT,
        @Name("lost")
        LOST
    }

    /** How a letter sounds. */
    public enum Tone {
        WARM,
        COLD
    }
}
