package dev.footbridge.oauth;

import dev.footbridge.call.Caller;

/**
 * A token that is good as far as its text goes; whether the right client sends it is still to be seen.
 *
 * @param proofKey {@code cnf.jkt}, the thumbprint of the key that must sign a proof (RFC 9449 §6.1); empty for none
 * @param certificate {@code cnf.x5t#S256}, the thumbprint of the client's certificate (RFC 8705 §3.1); empty for none
 */
record VerifiedToken(Caller caller, String proofKey, String certificate) {}
