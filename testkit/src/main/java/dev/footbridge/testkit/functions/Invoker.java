package dev.footbridge.testkit.functions;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.http.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The host without its socket: a request in, an answer out. Thread-safe. */
final class Invoker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Invoker.class.getName());
    private static final List<String> RESERVED = List.of("/admin", "/runtime");

    private final List<LoadedFunction> functions;
    private final String prefix;
    private final Platform platform;
    private final FrontEnd frontEnd;

    Invoker(List<LoadedFunction> functions, String prefix, Platform platform) {
        this.functions = List.copyOf(functions);
        this.prefix = prefix;
        this.platform = platform;
        this.frontEnd = new FrontEnd(platform);
    }

    int bodyLimit() {
        return platform.bodyLimit();
    }

    Answer answer(HostRequest asked) {
        if (!FrontEnd.isHost(asked)) {
            return Answer.empty(400);
        }
        try {
            HostRequest passed = frontEnd.passed(asked);
            if (platform.homepage() && asked.path().equals("/")) {
                return Answer.page();
            }
            return function(passed).map(function -> called(function, passed)).orElseGet(() -> Answer.empty(404));
        } catch (SecurityException nobody) {
            return new Answer(401, Map.of("www-authenticate", "Bearer"), Bytes.EMPTY);
        }
    }

    private Optional<LoadedFunction> function(HostRequest asked) {
        if (isReserved(asked.path())) {
            return Optional.empty();
        }
        return functions.stream().filter(one -> takes(one.described(), asked)).findFirst();
    }

    /** Paths of the host's own. */
    static boolean isReserved(String path) {
        return RESERVED.stream().anyMatch(reserved -> isBelow(reserved, path));
    }

    private static boolean isBelow(String reserved, String path) {
        return (path + "/").regionMatches(true, 0, reserved + "/", 0, reserved.length() + 1);
    }

    private boolean takes(StagedFunction function, HostRequest asked) {
        boolean method = function.methods().isEmpty() || function.methods().contains(asked.method());
        return method && new Route(prefix, function.route()).matches(asked.path());
    }

    private static Answer called(LoadedFunction function, HostRequest asked) {
        try {
            HttpResponseMessage response = function.call(
                    new TriggerRequest(asked),
                    new TriggerContext(function.described().name()));
            return response instanceof TriggerResponse own ? Answer.of(own) : Answer.empty(500);
        } catch (Throwable thrown) {
            LOG.log(Level.WARNING, "the function failed", thrown);
            return Answer.empty(500);
        }
    }

    @Override
    public void close() throws IOException {
        for (LoadedFunction function : functions) {
            function.close();
        }
    }
}
