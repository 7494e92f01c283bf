package dev.footbridge.limit;

import dev.footbridge.limit.LimitRule.Per;
import dev.footbridge.limit.TakeResult.Kind;
import dev.footbridge.limit.TakeResult.Refused;
import java.time.Duration;

/** What a model reads when a call may not run. */
final class LimitTexts {

    private LimitTexts() {}

    static String refused(LimitRule rule, String tool, Refused refused) {
        String what = refused.kind() == Kind.RATE
                ? "Rate limit" + of(rule, tool) + " reached ("
                        + rule.rate().map(Rate::words).orElse("") + ")."
                : "Quota" + of(rule, tool) + " used up (" + quota(rule) + ").";
        return what + " Wait " + Waits.words(refused.delay()) + " before calling " + again(rule)
                + "; calling sooner will fail.";
    }

    static String crowded(LimitRule rule, String tool) {
        return "Limit of calls at the same time" + of(rule, tool) + " reached ("
                + rule.concurrency().orElse(0) + "). Wait until one of them has ended before calling " + again(rule)
                + "; calling sooner will fail.";
    }

    static String unavailable(String tool, Duration retryAfter) {
        return "The limits of tool " + tool + " cannot be checked at the moment, so the call did not run. Wait "
                + Waits.words(retryAfter) + " before calling it again.";
    }

    private static String of(LimitRule rule, String tool) {
        String whose = switch (rule.per()) {
            case CALLER, CALLER_AND_TOOL -> "";
            case TENANT -> " of your organisation";
            case ADDRESS -> " of your network address";
        };
        return whose + (rule.everyTool() && rule.per() != Per.CALLER_AND_TOOL ? "" : " for tool " + tool);
    }

    private static String again(LimitRule rule) {
        return rule.everyTool() && rule.per() != Per.CALLER_AND_TOOL ? "any tool again" : "it again";
    }

    private static String quota(LimitRule rule) {
        return rule.quota()
                .map(quota -> quota.limit() + (quota.period() == Quota.Period.DAY ? " per day" : " per month"))
                .orElse("");
    }
}
