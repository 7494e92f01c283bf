package dev.footbridge.processor.read;

import dev.footbridge.processor.model.ToolModel.Terms;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what a call of a tool needs beside its arguments. */
final class TermsReader {

    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    private static final Pattern RATE = Pattern.compile("[1-9][0-9]{0,8}/(s|min|h|day)");

    private final Reports reports;

    TermsReader(Reports reports) {
        this.reports = reports;
    }

    Terms read(Mark mark) {
        int cost = mark.whole("cost", 1);
        if (cost < 0) {
            reports.error(mark, "cost", "a cost is not negative");
        }
        String rate = mark.text("rate");
        if (!rate.isEmpty() && !RATE.matcher(rate).matches()) {
            reports.error(mark, "rate", "a rate is written like 60/min, 5/s, 10/h or 1000/day");
        }
        return new Terms(scopes(mark), rate, cost, mark.flag("recordedFirst", false));
    }

    /** Scopes travel in headers and token requests, so they have the characters of RFC 6749 §3.3. */
    private List<String> scopes(Mark mark) {
        List<String> scopes = mark.texts("scopes");
        for (String scope : scopes) {
            if (!SCOPE.matcher(scope).matches()) {
                reports.error(
                        mark, "scopes", "a scope is made of printable ASCII without blanks, quotes and backslashes");
            }
        }
        if (new HashSet<>(scopes).size() < scopes.size()) {
            reports.error(mark, "scopes", "a scope is named twice");
        }
        return scopes;
    }
}
