package io.gatehouse.contract.access;

/** Judges requests that hosts signed with a key of theirs (RFC 9421, {@code hmac-sha256}). */
public interface RequestSignatures {

    /**
     * Whether the key made that mac over that base, and this is the first request of it with that nonce. Of any number
     * of requests with one nonce, at once and at several nodes, one is genuine: the unique pair of key and nonce
     * decides. The caller has seen to it that {@code created} is no further off than {@link RequestSignature#WINDOW}.
     */
    SignatureCheck check(RequestSignature signature);
}
