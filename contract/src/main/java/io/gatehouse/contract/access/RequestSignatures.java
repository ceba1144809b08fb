package io.gatehouse.contract.access;

/** Verifies requests that hosts signed with one of their keys (RFC 9421, {@code hmac-sha256}). */
public interface RequestSignatures {

    /**
     * Verifies the MAC over the base, and that this is the first request with this key and nonce. Of several requests
     * with the same nonce, also concurrent ones on several nodes, one is genuine: the unique constraint on key and
     * nonce decides. The caller has checked that {@code created} is within {@link RequestSignature#WINDOW}.
     */
    SignatureCheck check(RequestSignature signature);
}
