package dev.footbridge.azure.caller;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Scopes as a token spells them ({@code use}), and what a client of Entra writes before them ({@code api://mcp/}), so
 * that Entra knows whose they are. Immutable.
 */
record AskedScopes(Set<String> scopes, String prefix) {

    /**
     * @param audiences what this server is called, in order; a scope that begins with one of them is written whole
     * @param problems for mistakes
     */
    static AskedScopes read(Set<String> words, Set<String> audiences, String resource, List<String> problems) {
        Set<String> scopes = new LinkedHashSet<>();
        Set<String> prefixes = new LinkedHashSet<>();
        for (String word : words) {
            String prefix = prefix(word, audiences, resource);
            if (prefix.isEmpty() && word.contains("://")) {
                problems.add(EntraTokens.SCOPES + ": " + word + " begins with nothing that " + EntraTokens.AUDIENCES
                        + " names");
            }
            if (!prefix.isEmpty()) {
                prefixes.add(prefix);
            }
            scopes.add(word.substring(prefix.length()));
        }
        if (prefixes.size() > 1) {
            problems.add(EntraTokens.SCOPES + " must be of one API: clients cannot ask for those of two at once");
        }
        prefixes.add(usual(audiences, resource) + "/");
        return new AskedScopes(scopes, prefixes.iterator().next());
    }

    /** The longest that fits, because a name may begin with another. */
    private static String prefix(String word, Set<String> audiences, String resource) {
        String longest = word.startsWith(resource + "/") ? resource + "/" : "";
        for (String audience : audiences) {
            String prefix = audience + "/";
            if (word.startsWith(prefix) && prefix.length() > longest.length()) {
                longest = prefix;
            }
        }
        return longest;
    }

    /** Entra knows an API by its URL only if the domain was verified, by {@code api://} and its id always. */
    private static String usual(Set<String> audiences, String resource) {
        return audiences.stream()
                .filter(name -> name.startsWith("api://"))
                .findFirst()
                .or(() -> audiences.stream().findFirst())
                .orElse(resource);
    }
}
