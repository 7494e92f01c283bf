package dev.footbridge.local.deploy;

import java.util.List;
import java.util.Map;

/** What a template may be given, and what of it does not go together. */
public interface Parameters {

    /** By name, as the template has them one after the other. */
    Map<String, Parameter> parameters();

    /**
     * In sentences, what the template would refuse.
     *
     * @param values every parameter's, each of which is good by itself
     * @throws IllegalArgumentException if the template says it in a way that is not known here
     */
    List<String> broken(Map<String, String> values);
}
