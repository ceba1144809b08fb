package io.gatehouse.contract.access;

/** What a signature allows, or why it is refused. */
public sealed interface SignatureCheck {

    /** @param access as the host's token would give it; its {@code tokenId} is the key's id */
    record Genuine(TokenCheck.HostAccess access) implements SignatureCheck {}

    /** There is no such key, or it is expired or revoked. */
    record UnknownKey() implements SignatureCheck {}

    /** The key made another mac over that base. */
    record Mismatch() implements SignatureCheck {}

    /** A request with that nonce was accepted before. */
    record Replayed() implements SignatureCheck {}
}
