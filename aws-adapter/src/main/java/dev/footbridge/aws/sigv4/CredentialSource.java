package dev.footbridge.aws.sigv4;

/** Where the credentials of this process come from. Thread-safe; nothing is read before they are asked for. */
public interface CredentialSource {

    /**
     * Credentials that are good now; ask for each request, and keep none.
     *
     * @throws CredentialsException if there are none
     */
    AwsCredentials get();

    /** Reads them anew with the next request: after a restore from a snapshot, and when AWS called them expired. */
    void renew();
}
