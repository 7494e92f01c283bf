package dev.footbridge.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that proposes values for one argument of a prompt or one variable of a resource template while the user
 * types. It takes what is typed so far, and may take a {@code Map<String, String>} of the arguments that are settled
 * and a {@link dev.footbridge.call.Call}; it returns a list or a stream of texts, best first. Arguments that are enums
 * need none.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/completion">Completion</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Complete {

    /** The name of the prompt; empty if it is a resource. */
    String prompt() default "";

    /** The URI template; empty if it is a prompt. */
    String resource() default "";

    /** The name of the argument or variable. */
    String argument();
}
