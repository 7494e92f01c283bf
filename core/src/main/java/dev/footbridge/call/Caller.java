package dev.footbridge.call;

import java.util.Set;

/**
 * Who is calling, as an authenticator verified it. Everything kept for a caller is bound to {@link #key()}.
 *
 * @param tenant the owner of the data a call may reach; state never crosses tenants
 * @param issuer who vouches for the subject; empty for an anonymous caller
 * @param subject the caller's stable name at that issuer
 * @param scopes what the credential allows
 */
public record Caller(String tenant, String issuer, String subject, Set<String> scopes) {

    /** Nobody in particular: the only caller of a server without an authenticator. */
    public static final Caller ANONYMOUS = new Caller("default", "", "anonymous", Set.of());

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** True for a caller nobody vouches for: all who are anonymous are the same caller. */
    public boolean anonymous() {
        return issuer.isEmpty();
    }

    /** A text that differs for callers that differ, whatever characters their names hold. */
    public String key() {
        return tenant.length() + ":" + tenant + issuer.length() + ":" + issuer + subject;
    }
}
