package io.gatehouse.contract.oauth;

import java.security.interfaces.RSAPublicKey;

/** The public half of a key. */
public record VerificationKey(String id, RSAPublicKey key) {}
