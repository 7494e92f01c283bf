package dev.footbridge.compiled;

import java.time.DateTimeException;
import java.util.regex.Pattern;

/**
 * Forms of time that no {@code format} of JSON Schema says: they are published as the pattern that is checked. Java
 * reads more, such as signs and years of any length, and {@code duration} of RFC 3339 is less than Java writes.
 */
public enum TimeForm {
    /** A day and a time of day. */
    DATE_TIME(Forms.DATE_TIME),
    /** A time of day; seconds may be left out. */
    TIME(Forms.TIME),
    /** Days, hours, minutes and seconds, at least one of them, at most twelve digits each. */
    DURATION(Forms.DURATION),
    /** Years, months, weeks and days, at least one of them, at most eight digits each. */
    PERIOD(Forms.PERIOD),
    /** A month of a year. */
    MONTH(Forms.MONTH);

    private final Pattern pattern;

    TimeForm(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** A regular expression with anchors that means the same in ECMA-262. */
    public String pattern() {
        return pattern.pattern();
    }

    /** @throws DateTimeException if the text is of another form */
    String checked(String text) {
        if (!pattern.matcher(text).matches()) {
            throw new DateTimeException("not of the form " + name());
        }
        return text;
    }

    /** The patterns in full: built from parts they would be shorter here and unreadable. */
    private static final class Forms {
        static final String TIME = "^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?$";
        static final String MONTH = "^\\d{4}-(0[1-9]|1[0-2])$";
        static final String DATE_TIME = "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T"
                + "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?$";
        // nested, so that one unit at least is there and none is written twice
        static final String DURATION = "^P(\\d{1,12}D|(\\d{1,12}D)?T(\\d{1,12}H|(\\d{1,12}H)?"
                + "(\\d{1,12}M|(\\d{1,12}M)?\\d{1,12}(\\.\\d{1,9})?S)))$";
        static final String PERIOD =
                "^P(\\d{1,8}Y|(\\d{1,8}Y)?(\\d{1,8}M|(\\d{1,8}M)?" + "(\\d{1,8}W|(\\d{1,8}W)?\\d{1,8}D)))$";
    }
}
