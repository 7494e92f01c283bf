package dev.footbridge.feature;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What a server offers now, and who wants to hear when that changes. Thread-safe.
 *
 * <p>Changes reach the listeners of this process only: see docs/rough-edges.md for servers of several instances.
 */
public final class Catalog {

    private final AtomicReference<FeatureSet> current;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    public Catalog(FeatureSet features) {
        this.current = new AtomicReference<>(features);
    }

    public FeatureSet current() {
        return current.get();
    }

    /** Offers another set from now on, and tells listeners which lists changed. */
    public void replace(FeatureSet next) {
        FeatureSet before = current.getAndSet(next);
        if (!before.tools().equals(next.tools())) {
            publish(new Change.ToolsChanged());
        }
        if (!before.prompts().equals(next.prompts())) {
            publish(new Change.PromptsChanged());
        }
        if (!before.resources().equals(next.resources())
                || !before.templates().equals(next.templates())
                || !before.directories().equals(next.directories())) {
            publish(new Change.ResourcesChanged());
        }
    }

    /** Tells every listener, on this thread; listeners only take note, and none throws. */
    public void publish(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    /** Listens until the returned handle is closed. */
    public Listening listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Stops listening when closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
