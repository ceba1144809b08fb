package io.gatehouse.contract.access;

/** Judges opaque bearer tokens: host tokens ({@code mhst_…}) and agent tokens ({@code magt_…}). */
public interface OpaqueTokens {

    /** A token with a wrong prefix or checksum is refused without a look-up. */
    TokenCheck check(String token);
}
