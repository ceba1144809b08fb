package io.gatehouse.kernel.crypto;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A public key that verifies an issuer's signatures: RSA of 2048 to 8192 bits, or EC on P-256, P-384 or P-521.
 *
 * @param id the {@code kid}; null if the key has none, as in a PEM
 * @param algorithm the {@code alg} of the key; null allows all algorithms of its type
 */
public record IssuerKey(@Nullable String id, @Nullable String algorithm, PublicKey key) {}
