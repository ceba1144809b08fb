package io.gatehouse.contract.oauth;

import java.security.interfaces.RSAPublicKey;

/** The public key of a pair. */
public record VerificationKey(String id, RSAPublicKey key) {}
