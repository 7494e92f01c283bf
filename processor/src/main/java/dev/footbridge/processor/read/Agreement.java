package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one mark of several that say the same kind of thing: of bounds the narrower holds, of all else the first. */
final class Agreement {

    private final Map<String, Mark> agreed = new LinkedHashMap<>();
    private final List<Mark> remarks = new ArrayList<>();

    private Agreement() {}

    static List<Mark> of(List<Mark> marks) {
        Agreement agreement = new Agreement();
        marks.forEach(agreement::add);
        return agreement.all();
    }

    private void add(Mark mark) {
        switch (mark.name()) {
            case Names.REFUSED, Names.UNREAD -> remark(mark);
            case Names.LENGTH, Names.ITEMS -> agreed.merge(mark.name(), mark, Agreement::narrower);
            case Names.MIN, Names.EXCLUSIVE_MIN ->
                agreed.merge(mark.name(), mark, (one, other) -> value(one) >= value(other) ? one : other);
            case Names.MAX, Names.EXCLUSIVE_MAX ->
                agreed.merge(mark.name(), mark, (one, other) -> value(one) <= value(other) ? one : other);
            case Names.PATTERN -> agreed.merge(mark.name(), mark, this::pattern);
            default -> agreed.putIfAbsent(mark.name(), mark);
        }
    }

    /** An argument with a default is never null, whoever says that it may be left out. */
    private List<Mark> all() {
        Mark nullable = agreed.get(Names.NULLABLE);
        if (nullable != null && nullable.isForeign() && agreed.containsKey(Names.DEFAULT)) {
            agreed.remove(Names.NULLABLE);
        }
        List<Mark> all = new ArrayList<>(agreed.values());
        all.addAll(remarks);
        return all;
    }

    private void remark(Mark mark) {
        if (remarks.stream().noneMatch(mark::repeats)) {
            remarks.add(mark);
        }
    }

    private Mark pattern(Mark one, Mark other) {
        if (isNotBlank(other) || one.text("value").equals(other.text("value"))) {
            return one;
        }
        if (isNotBlank(one)) {
            return other;
        }
        String reason = "a schema has one pattern for a text: write one that says both";
        remark(Dialect.refusal(other, reason));
        return one;
    }

    private static boolean isNotBlank(Mark mark) {
        return mark.text("value").equals(ValidationDialect.NOT_BLANK);
    }

    private static double value(Mark mark) {
        return mark.number("value");
    }

    private static Mark narrower(Mark one, Mark other) {
        int least = Math.max(one.whole("min", 0), other.whole("min", 0));
        int most = Math.min(one.whole("max", Integer.MAX_VALUE), other.whole("max", Integer.MAX_VALUE));
        return one.as(one.name(), Map.of("min", least, "max", most));
    }
}
