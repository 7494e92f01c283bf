package dev.footbridge.aws.identity;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.security.Authenticator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Callers that signed with AWS credentials, as the front door verified them (function URL, HTTP or REST API with IAM).
 * A role or a user is known by its unique id, which no other ever gets; its name can be given again. The name of a
 * session of a role is what its maker chose, and decides nothing; a federated user has nothing else to be told by. Who
 * comes by an identity pool of Cognito has a role that all its users share, and an identity of his own. An account is a
 * tenant.
 *
 * <p>Groups that policies can name: {@code account:…}, {@code role:…} or {@code user:…} and, in an organization,
 * {@code org:…}. A role or a user is that of any account; the tenant says of which.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">Unique
 *     identifiers</a>
 */
public final class IamAuthenticator implements Authenticator {

    private static final Refused UNSIGNED =
            new Refused(403, "", "Sign the request with AWS credentials (Signature Version 4).");

    @Override
    public boolean claims(HttpRequest request) {
        return identity(request).isPresent();
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        Optional<PlatformIdentity> identity = identity(request);
        Optional<String> account = identity.flatMap(found -> found.fact("accountId"));
        Optional<String> subject = identity.flatMap(IamAuthenticator::subject);
        if (account.isEmpty() || subject.isEmpty()) {
            return UNSIGNED;
        }
        return new Identified(Caller.named("aws:" + account.get(), subject.get(), AuthMethod.IAM)
                .tenant(account.get())
                .credentialId(identity.flatMap(found -> found.fact("accessKey")).orElse(""))
                .groups(groups(identity.get(), account.get()))
                .build());
    }

    private static Optional<PlatformIdentity> identity(HttpRequest request) {
        return request.arrival().identity().filter(found -> found.kind() == PlatformIdentity.Kind.AWS_IAM);
    }

    private static Optional<String> subject(PlatformIdentity identity) {
        String member = identity.fact("cognitoIdentityId").map(id -> ":" + id).orElse("");
        return identity.fact("userId")
                .or(() -> identity.fact("user"))
                .or(() -> identity.fact("caller"))
                .map(id -> isFederatedUser(identity) ? id : uniqueId(id))
                .filter(id -> !id.isEmpty())
                .map(id -> id + member);
    }

    /** Of {@code AROA…:session} for a role, {@code AIDA…} for a user. */
    private static String uniqueId(String userId) {
        int end = userId.indexOf(':');
        return end < 0 ? userId : userId.substring(0, end);
    }

    /** Their ids are {@code account:name}, and what is before the colon is the id of the account's root user. */
    private static boolean isFederatedUser(PlatformIdentity identity) {
        String[] parts = parts(identity);
        return parts.length > 6 && parts[5].equals("federated-user");
    }

    private static String[] parts(PlatformIdentity identity) {
        return identity.fact("userArn").orElse("").split("[:/]", -1);
    }

    private static Set<String> groups(PlatformIdentity identity, String account) {
        Set<String> groups = new TreeSet<>(Set.of("account:" + account));
        identity.fact("principalOrgId").ifPresent(org -> groups.add("org:" + org));
        String[] parts = parts(identity);
        // By its place alone: the path of a user is free text, also such as /assumed-role/admin/.
        if (parts.length > 6 && parts[5].equals("assumed-role")) {
            groups.add("role:" + parts[6]);
        } else if (parts.length > 6 && parts[5].equals("user")) {
            groups.add("user:" + parts[parts.length - 1]);
        }
        return groups;
    }
}
