package io.gatehouse.contract.access;

import java.time.Duration;
import java.time.Instant;

/**
 * The signature of a request, as stated by the request.
 *
 * @param keyId id of the signing key
 * @param created when it was signed, by the signer's clock
 * @param nonce unique among the requests with this key; at most {@value #LONGEST_NONCE} ASCII characters
 * @param base the signed bytes: the signature base of RFC 9421 section 2.5
 * @param mac the HMAC that the signer computed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared as a record
public record RequestSignature(String keyId, Instant created, String nonce, byte[] base, byte[] mac) {

    /** Maximum difference between the clocks of signer and verifier, including the request's transit time. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    public static final int LONGEST_NONCE = 255;

    @Override
    public String toString() {
        return "RequestSignature[" + keyId + "]";
    }
}
