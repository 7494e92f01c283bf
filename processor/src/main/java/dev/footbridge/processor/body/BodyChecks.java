package dev.footbridge.processor.body;

import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Checks the bodies of the methods of annotated classes, once the compiler knows what every name in them means. */
@FunctionalInterface
public interface BodyChecks {

    /**
     * Says that a class is served and will be checked when its turn comes.
     *
     * @param questions the qualified names of the records that it may ask for
     */
    void expect(TypeElement home, Set<String> questions);

    /**
     * The checks of this compilation. They check nothing if the compiler is not javac, or if a build tool stands
     * between it and its processors, as Gradle does.
     */
    static BodyChecks in(ProcessingEnvironment environment) {
        boolean isJavac =
                environment.getClass().getName().equals("com.sun.tools.javac.processing.JavacProcessingEnvironment");
        return isJavac ? AnalysedBodies.in(environment) : (home, questions) -> {};
    }
}
