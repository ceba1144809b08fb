package io.gatehouse.contract.access;

/** The access that a signature grants, or why it is refused. */
public sealed interface SignatureCheck {

    /** @param access the same as for a token of the host; its {@code tokenId} is the key's id */
    record Genuine(TokenCheck.HostAccess access) implements SignatureCheck {}

    /** The key does not exist, has expired or was revoked. */
    record UnknownKey() implements SignatureCheck {}

    /** The key yields another MAC over the base. */
    record Mismatch() implements SignatureCheck {}

    /** A request with that nonce was accepted before. */
    record Replayed() implements SignatureCheck {}
}
