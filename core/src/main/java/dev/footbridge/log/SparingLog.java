package dev.footbridge.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lines about what others can bring about as often as they like, so that nobody fills the log with them. Each sentence
 * is said once in a while, and when that is over how often it would have been said; no more than twenty are, and that
 * there are others once. Thread-safe.
 */
public final class SparingLog {

    public static final int SENTENCES = 20;
    private static final int LONGEST = 300;

    private final Log log;
    private final InstantSource clock;
    private final Duration pause;
    private final Map<String, Integer> said = new LinkedHashMap<>();
    private Instant end = Instant.MIN;
    private boolean others;

    /** @param pause how long a sentence that was said is not said again */
    public SparingLog(Log log, InstantSource clock, Duration pause) {
        this.log = log;
        this.clock = clock;
        this.pause = pause;
    }

    /** @param sentence what is longer than 300 characters is cut */
    public void warn(String requestId, String sentence) {
        due(sentence).ifPresent(line -> log.warn(requestId, line));
    }

    /** The same, of what is broken. */
    public void error(String requestId, String sentence, Throwable cause) {
        due(sentence).ifPresent(line -> log.error(requestId, line, cause));
    }

    /** What to say now, when it was said how often the last lines would have been. */
    private Optional<String> due(String sentence) {
        String line = sentence.codePointCount(0, sentence.length()) > LONGEST
                ? sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST)) + "…"
                : sentence;
        List<String> before;
        Optional<String> now;
        // What is written may have to wait, and must not keep those waiting of whom nothing is written.
        synchronized (this) {
            before = repetitions(clock.instant());
            now = admitted(line);
        }
        before.forEach(more -> log.warn("-", more));
        return now;
    }

    /** What was said more than once, if the while is over. */
    private List<String> repetitions(Instant now) {
        if (now.isBefore(end)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        said.forEach((line, times) -> {
            if (times > 1) {
                lines.add((times - 1) + " more like it: " + line);
            }
        });
        said.clear();
        others = false;
        end = now.plus(pause);
        return lines;
    }

    private Optional<String> admitted(String line) {
        if (said.containsKey(line)) {
            said.merge(line, 1, Integer::sum);
            return Optional.empty();
        }
        if (said.size() < SENTENCES) {
            said.put(line, 1);
            return Optional.of(line);
        }
        boolean first = !others;
        others = true;
        return first ? Optional.of("more of this kind is not listed for now") : Optional.empty();
    }
}
