package dev.footbridge.limit;

import dev.footbridge.limit.LimitState.Step;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.state.LruMap;
import java.util.Map;

/** The limits of many items in memory; those used least recently are forgotten. Thread-safe. */
final class LimitTable {

    private final Map<LimitItem, LimitState> states;

    LimitTable(int capacity) {
        states = new LruMap<>(capacity);
    }

    synchronized TakeResult take(Take take) {
        Step step = states.getOrDefault(take.item(), LimitState.EMPTY).take(take);
        if (!(step.result() instanceof Refused)) {
            states.put(take.item(), step.state());
        }
        return step.result();
    }

    /** Undoes a take that the shared store refused, and keeps in mind why it did. */
    synchronized void learn(Take take, Refused refused) {
        LimitState before = states.getOrDefault(take.item(), LimitState.EMPTY);
        LimitState undone = before.take(take.reversed()).state();
        states.put(take.item(), undone.learn(take, refused));
    }

    synchronized int size() {
        return states.size();
    }
}
