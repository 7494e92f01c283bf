package dev.footbridge.limit;

import dev.footbridge.limit.Admission.Admitted;
import dev.footbridge.limit.Admission.Limited;
import dev.footbridge.limit.Admission.Remaining;
import dev.footbridge.limit.Admission.Unavailable;
import dev.footbridge.limit.Leases.Room;
import dev.footbridge.limit.LimitPlan.Part;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.limit.TakeResult.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one call is decided: places first, then memory, then a store that is further away. Whatever was taken before a
 * refusal goes back.
 */
final class Decision {

    private static final Duration CROWDED = Duration.ofSeconds(1);

    private final Limiter limiter;
    private final List<LimitRule> rules;
    private final LimitPlan plan;
    private final String tool;
    private final List<Runnable> held = new ArrayList<>();
    private final List<Runnable> taken = new ArrayList<>();
    private @Nullable Remaining tightest;
    private boolean degraded;

    /** @param rules those that fit the call */
    Decision(Limiter limiter, List<LimitRule> rules, LimitPlan plan, String tool) {
        this.limiter = limiter;
        this.rules = rules;
        this.plan = plan;
        this.tool = tool;
    }

    Admission decide() {
        boolean admitted = false;
        try {
            Admission refusal = refusal();
            if (refusal != null) {
                return refusal;
            }
            admitted = true;
            return new Admitted(Optional.ofNullable(tightest), degraded, () -> held.forEach(Runnable::run));
        } finally {
            if (!admitted) {
                held.forEach(Runnable::run);
                taken.forEach(Runnable::run);
            }
        }
    }

    private @Nullable Admission refusal() {
        Optional<Room> full = limiter.leases().take(plan.rooms(), limiter.now(), held);
        if (full.isPresent()) {
            LimitRule rule = rule(full.get().place().limit());
            return new Limited(rule.id(), CROWDED, LimitTexts.crowded(rule, tool));
        }
        List<TakeResult> near = new ArrayList<>();
        for (Part part : plan.parts()) {
            TakeResult result = limiter.first(part.take());
            if (result instanceof Refused refused) {
                return limited(refused);
            }
            near.add(result);
            taken.add(() -> limiter.first(part.take().reversed()));
        }
        if (limiter.asksLater()) {
            return far(near);
        }
        near.forEach(this::note);
        return null;
    }

    /** @param near what memory answered, which decides where the store does not answer */
    private @Nullable Admission far(List<TakeResult> near) {
        for (int i = 0; i < near.size(); i++) {
            Part part = plan.parts().get(i);
            TakeResult result = limiter.ask(part.take());
            if (result instanceof Refused refused) {
                // learnt after the own take is undone, or undoing it would lessen what was learnt
                taken.set(i, () -> limiter.near().learn(part.take(), refused));
                return limited(refused);
            }
            if (result == null && part.closed().isPresent()) {
                return new Unavailable(
                        part.closed().get().id(), Breaker.PAUSE, LimitTexts.unavailable(tool, Breaker.PAUSE));
            }
            if (result != null) {
                taken.add(() -> limiter.ask(part.take().reversed()));
            }
            degraded |= result == null;
            note(result == null ? near.get(i) : result);
        }
        return null;
    }

    private void note(TakeResult result) {
        if (result instanceof Taken left) {
            for (Map.Entry<String, Long> limit : left.remaining().entrySet()) {
                if (tightest == null || limit.getValue() < tightest.count()) {
                    tightest = new Remaining(LimitPlan.ruleOf(limit.getKey()), limit.getValue());
                }
            }
        }
    }

    private LimitRule rule(String limit) {
        String id = LimitPlan.ruleOf(limit);
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The store refused by a limit that no rule has: " + limit));
    }

    private Limited limited(Refused refused) {
        LimitRule rule = rule(refused.limit());
        return new Limited(rule.id(), refused.delay(), LimitTexts.refused(rule, tool, refused));
    }
}
