package dev.footbridge.benchmarks.call;

import dev.footbridge.constraint.Default;
import dev.footbridge.constraint.Items;
import dev.footbridge.constraint.Length;
import dev.footbridge.constraint.Max;
import dev.footbridge.constraint.Min;
import dev.footbridge.constraint.Pattern;
import dev.footbridge.feature.Effect;
import dev.footbridge.tool.McpTools;
import dev.footbridge.tool.Tool;
import java.time.LocalDate;
import java.util.List;

/** One tool with one record of ten fields. */
@McpTools
public final class ParcelTools {

    /** Weighs a parcel and gives it back. */
    @Tool(effect = Effect.READ_ONLY, openWorld = false)
    public Parcel weigh(Parcel parcel) {
        return parcel.heavier();
    }

    /**
     * A parcel.
     *
     * @param id number of the parcel
     * @param grams weight
     * @param insured value in euros
     * @param express whether it hurries
     * @param service which one
     * @param posted day of posting
     * @param tags words on it
     * @param to where it goes
     * @param remark anything else
     * @param floors stairs to climb
     */
    public record Parcel(
            @Pattern("[A-Z]{2}\\d{6}") String id,
            @Min(1) @Max(31_500) int grams,
            @Min(0) @Max(2500) double insured,
            boolean express,
            Service service,
            LocalDate posted,
            @Items(max = 8) @Length(min = 1, max = 20) List<String> tags,
            Address to,
            @Length(max = 200) String remark,
            @Default("0") @Min(0) @Max(60) int floors) {

        Parcel heavier() {
            return new Parcel(id, grams + 1, insured, express, service, posted, tags, to, remark, floors);
        }
    }

    /** How it is sent. */
    public enum Service {
        LETTER,
        PARCEL,
        PALLET
    }

    /**
     * An address.
     *
     * @param street with the number
     * @param city without the post code
     */
    public record Address(
            @Length(min = 1, max = 100) String street,
            @Length(min = 1, max = 60) String city) {}
}
