package dev.footbridge.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Warnings of what others can bring about as often as they like, so that nobody fills the log with them. Each sentence
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
    public synchronized void warn(String requestId, String sentence) {
        beginAnew(clock.instant());
        String line = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "…" : sentence;
        if (said.containsKey(line)) {
            said.merge(line, 1, Integer::sum);
        } else if (said.size() < SENTENCES) {
            said.put(line, 1);
            log.warn(requestId, line);
        } else if (!others) {
            others = true;
            log.warn(requestId, "more of this kind is not listed for now");
        }
    }

    private void beginAnew(Instant now) {
        if (now.isBefore(end)) {
            return;
        }
        end = now.plus(pause);
        others = false;
        said.forEach((line, times) -> {
            if (times > 1) {
                log.warn("-", (times - 1) + " more like it: " + line);
            }
        });
        said.clear();
    }
}
