package dev.footbridge.call;

import java.util.Set;

/**
 * Who is calling, as an authenticator verified it; nothing here is what a client says of itself. Immutable.
 *
 * @param tenant the owner of the data a call may reach; state never crosses tenants
 * @param issuer who vouches for the subject; empty for an anonymous caller
 * @param subject the caller's stable name at that issuer
 * @param client the application or agent that calls for the subject; empty where the credential names none
 * @param credentialId names the credential without being one: a token's {@code jti}, a key's id, a certificate's serial
 * @param scopes what the credential allows
 * @param groups the groups and roles its issuer puts the subject in
 * @param confirmation the thumbprint of the key a credential is bound to (RFC 7800), empty for one that any bearer can
 *     use
 * @param reach what the credential is for
 */
public record Caller(
        String tenant,
        String issuer,
        String subject,
        String client,
        AuthMethod method,
        String credentialId,
        Set<String> scopes,
        Set<String> groups,
        String confirmation,
        Reach reach) {

    /** Nobody in particular: the only caller of a server without an authenticator. */
    public static final Caller ANONYMOUS =
            named("", "anonymous", AuthMethod.NONE).build();

    public Caller {
        scopes = Set.copyOf(scopes);
        groups = Set.copyOf(groups);
    }

    /** A caller of whom no more is known than this. */
    public Caller(String tenant, String issuer, String subject, Set<String> scopes) {
        this(tenant, issuer, subject, "", AuthMethod.NONE, "", scopes, Set.of(), "", Reach.EVERYTHING);
    }

    /** Begins with a subject of the tenant {@code default}. */
    public static Builder named(String issuer, String subject, AuthMethod method) {
        return new Builder(issuer, subject, method);
    }

    /** True for a caller nobody vouches for: all who are anonymous are the same caller. */
    public boolean anonymous() {
        return issuer.isEmpty();
    }

    /** A text that differs for callers that differ, whatever characters their names hold: what is kept is theirs. */
    public String key() {
        return tenant.length() + ":" + tenant + issuer.length() + ":" + issuer + subject;
    }

    /**
     * As {@link #key()}, and differs too for the applications that call for one subject: what travels through a client
     * is that client's.
     */
    public String bindingKey() {
        return client.length() + ":" + client + key();
    }

    /** Collects what is known of a caller. Not thread-safe. */
    public static final class Builder {
        private final String issuer;
        private final String subject;
        private final AuthMethod method;
        private String tenant = "default";
        private String client = "";
        private String credentialId = "";
        private Set<String> scopes = Set.of();
        private Set<String> groups = Set.of();
        private String confirmation = "";
        private Reach reach = Reach.EVERYTHING;

        private Builder(String issuer, String subject, AuthMethod method) {
            this.issuer = issuer;
            this.subject = subject;
            this.method = method;
        }

        public Builder tenant(String value) {
            this.tenant = value;
            return this;
        }

        public Builder client(String value) {
            this.client = value;
            return this;
        }

        public Builder credentialId(String value) {
            this.credentialId = value;
            return this;
        }

        public Builder scopes(Set<String> value) {
            this.scopes = value;
            return this;
        }

        public Builder groups(Set<String> value) {
            this.groups = value;
            return this;
        }

        public Builder confirmation(String value) {
            this.confirmation = value;
            return this;
        }

        public Builder reach(Reach value) {
            this.reach = value;
            return this;
        }

        public Caller build() {
            return new Caller(
                    tenant, issuer, subject, client, method, credentialId, scopes, groups, confirmation, reach);
        }
    }
}
