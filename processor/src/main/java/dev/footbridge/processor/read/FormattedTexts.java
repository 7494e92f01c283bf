package dev.footbridge.processor.read;

import dev.footbridge.compiled.Slot;
import dev.footbridge.compiled.Texts;
import dev.footbridge.compiled.Times;
import dev.footbridge.json.Json;
import dev.footbridge.processor.model.FormattedType;
import org.jspecify.annotations.Nullable;

/** Reads a text in the form of its type with the very code that will read it at run time. */
final class FormattedTexts {

    private FormattedTexts() {}

    /** @throws IllegalArgumentException if the text is not in the form of that type */
    static void verify(String text, FormattedType type) {
        Slot slot = Slot.of(Json.of(text));
        if (read(slot, type) == null) {
            throw new IllegalArgumentException(slot.problems().toString());
        }
    }

    private static @Nullable Object read(Slot slot, FormattedType type) {
        return switch (type) {
            case UUID -> Texts.uuid(slot);
            case URI -> Texts.uri(slot);
            case DATE -> Times.date(slot);
            case OFFSET_DATE_TIME -> Times.moment(slot);
            case ZONED_DATE_TIME -> Times.zoned(slot);
            case INSTANT -> Times.instant(slot);
            case LOCAL_DATE_TIME -> Times.dateTime(slot);
            case LOCAL_TIME -> Times.time(slot);
            case DURATION -> Times.duration(slot);
            case PERIOD -> Times.period(slot);
            case YEAR_MONTH -> Times.month(slot);
            case ZONE -> Times.zone(slot);
        };
    }
}
