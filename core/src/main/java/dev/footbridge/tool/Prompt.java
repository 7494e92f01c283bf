package dev.footbridge.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that writes a prompt which users pick by name. Its parameters are the prompt's arguments: text or enums,
 * optional ones as {@code Optional}; {@link dev.footbridge.call.Call} may stand anywhere. The result is text, a
 * {@link dev.footbridge.feature.PromptResult}, or a list of its messages.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/prompts">Prompts</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Prompt {

    /** The method's own name unless given. */
    String name() default "";

    /** A name for people. */
    String title() default "";

    /** The description, where there can be no Javadoc. */
    String description() default "";
}
