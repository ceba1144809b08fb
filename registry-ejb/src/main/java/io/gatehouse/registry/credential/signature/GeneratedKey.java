package io.gatehouse.registry.credential.signature;

import io.gatehouse.domain.signature.HostSigningKey;

/** @param secret the key's bytes in base64, for the single answer that returns them */
public record GeneratedKey(HostSigningKey key, String secret) {

    @Override
    public String toString() {
        return "GeneratedKey[" + key.id() + "]";
    }
}
