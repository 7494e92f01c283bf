package dev.footbridge.feature;

/**
 * Features that belong together, such as all of one annotated class: what the annotation processor writes for
 * {@code OrderTools} is {@code OrderToolsModule}.
 *
 * <pre>{@code
 * FeatureSet features = FeatureSet.of(new OrderToolsModule(new OrderTools(orders)));
 * }</pre>
 */
@FunctionalInterface
public interface McpModule {

    /** Adds everything there is, without running any of it. */
    void addTo(FeatureSet.Builder features);
}
