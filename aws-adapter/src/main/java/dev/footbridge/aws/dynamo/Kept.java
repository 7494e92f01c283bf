package dev.footbridge.aws.dynamo;

import dev.footbridge.json.JsonObject;
import dev.footbridge.limit.Quota.Period;
import dev.footbridge.state.StateStoreException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the table keeps of the limits of one item. Immutable.
 *
 * @param isRead false for who has not looked
 * @param numbers by attribute
 * @param tag of the take that wrote last
 */
record Kept(boolean isRead, Map<String, BigInteger> numbers, String tag) {

    static final Kept UNREAD = new Kept(false, Map.of(), "");
    static final String TAG = "w";
    static final String EXPIRY = "exp";

    Kept {
        numbers = Map.copyOf(numbers);
    }

    /** @throws StateStoreException if it was not written by this server: then no limit can be trusted */
    static Kept of(JsonObject item) {
        Map<String, BigInteger> numbers = new HashMap<>();
        for (String name : item.members().keySet()) {
            if (name.equals(EXPIRY) || floor(name, Instant.EPOCH).isPresent()) {
                numbers.put(name, number(item, name));
            }
        }
        return new Kept(true, numbers, Attribute.text(item, TAG).orElse(""));
    }

    @Nullable
    BigInteger number(String attribute) {
        return numbers.get(attribute);
    }

    /** Whether what is kept of a limit says nothing any more. */
    boolean isIdle(String attribute, Instant now) {
        BigInteger number = numbers.get(attribute);
        return number != null
                && floor(attribute, now)
                        .filter(floor -> number.compareTo(floor) <= 0)
                        .isPresent();
    }

    /** Where a limit starts now; empty for what is no limit. */
    static Optional<BigInteger> floor(String attribute, Instant now) {
        return switch (attribute.substring(0, Math.min(2, attribute.length()))) {
            case RateGauge.PREFIX -> Optional.of(RateGauge.floor(now));
            case QuotaGauge.DAY -> Optional.of(QuotaGauge.floor(Period.DAY, now));
            case QuotaGauge.MONTH -> Optional.of(QuotaGauge.floor(Period.MONTH, now));
            default -> Optional.empty();
        };
    }

    private static BigInteger number(JsonObject item, String name) {
        String text = item.object(name).flatMap(value -> value.string("N")).orElse("");
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? new BigInteger(text)
                    : new BigDecimal(text).toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException foreign) {
            throw new StateStoreException("the table holds a limit that is not of this server", foreign);
        }
    }
}
