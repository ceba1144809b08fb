package io.gatehouse.contract.access;

import java.time.Duration;
import java.time.Instant;

/**
 * A signature as a request states it.
 *
 * @param keyId what the request names its key by
 * @param created when it was made, as it says
 * @param nonce what no other request with this key has; at most {@value #LONGEST_NONCE} ASCII characters
 * @param base what was signed: the signature base of RFC 9421 section 2.5
 * @param mac what the signer made of it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared as a record
public record RequestSignature(String keyId, Instant created, String nonce, byte[] base, byte[] mac) {

    /** How far the clocks of signer and verifier may be apart, a request's way included. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    public static final int LONGEST_NONCE = 255;

    @Override
    public String toString() {
        return "RequestSignature[" + keyId + "]";
    }
}
