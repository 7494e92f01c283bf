package dev.footbridge.policy;

import dev.footbridge.call.Caller;
import dev.footbridge.call.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One rule.
 *
 * @param allows whether it allows or denies
 * @param who any of these; empty for everybody
 * @param names patterns of what it speaks of, by kind; a kind that is missing is not spoken of
 * @param readOnly whether it speaks only of what changes nothing
 * @param scopes all of which an allowing rule asks for
 * @param conditions all of which must hold
 * @param bound whether an allowing rule asks for a credential that is bound to a key
 */
record Rule(
        String id,
        boolean allows,
        List<Who> who,
        Map<Access.Kind, List<NamePattern>> names,
        boolean readOnly,
        Set<String> scopes,
        List<Condition> conditions,
        boolean bound) {

    /** What a rule says to an access. */
    enum Verdict {
        /** It does not speak of this. */
        SILENT,
        APPLIES,
        /** It would, if the caller had the scopes. */
        LACKS_SCOPES
    }

    Verdict of(Caller caller, Access access) {
        if (!speaksOf(access) || !speaksOf(caller) || !conditionsAllow(access)) {
            return Verdict.SILENT;
        }
        if (allows && bound && caller.confirmation().isEmpty()) {
            return Verdict.SILENT;
        }
        return caller.scopes().containsAll(scopes) ? Verdict.APPLIES : Verdict.LACKS_SCOPES;
    }

    boolean speaksOf(Access access) {
        if (readOnly && !access.readOnly()) {
            return false;
        }
        return NamePattern.anyOf(names.getOrDefault(access.kind(), List.of()), access.name());
    }

    boolean speaksOf(Caller caller) {
        if (who.isEmpty()) {
            return true;
        }
        for (Who kind : who) {
            if (kind.matches(caller)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where something cannot be evaluated, no call is allowed by it, and every call is denied by it. For a list, which
     * has no arguments yet, the other way round: a tool is shown if some arguments could be allowed.
     */
    private boolean conditionsAllow(Access access) {
        Truth all = truth(access);
        boolean unknownCounts = access.arguments().isEmpty() == allows;
        return all == Truth.TRUE || (all == Truth.UNKNOWN && unknownCounts);
    }

    /** The conditions that are not met, each by its place in the rule, for people. */
    String openConditions(Access access) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Truth truth = conditions.get(i).holds(access);
            if (truth != Truth.TRUE) {
                open.add("/when/" + i + (truth == Truth.FALSE ? " does not hold" : " cannot be evaluated"));
            }
        }
        return String.join(", ", open);
    }

    Truth truth(Access access) {
        Truth all = Truth.TRUE;
        for (Condition condition : conditions) {
            all = all.and(condition.holds(access));
        }
        return all;
    }
}
