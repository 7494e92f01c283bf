package dev.footbridge.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose methods are tools, resources, prompts and completions of a server. For {@code OrderTools} the
 * annotation processor writes {@code OrderToolsModule}, which takes the instance that is to be called:
 *
 * <pre>{@code
 * FeatureSet.of(new OrderToolsModule(new OrderTools(orders)));
 * }</pre>
 *
 * <p>The class is plain: what it needs comes in by its constructor, and a test calls its methods. Many threads call one
 * instance at once.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface McpTools {

    /** Records marked {@link Question} that its methods ask for, where they are not nested in this class. */
    Class<? extends Record>[] asks() default {};
}
