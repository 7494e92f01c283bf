package dev.footbridge.constraint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A regular expression that the whole text must match ({@code pattern}, anchored). It is published, so it must mean the
 * same to clients, who read it as ECMA-262, and to RE2J, which checks it in linear time: the compiler refuses what does
 * not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Pattern {

    String value();
}
