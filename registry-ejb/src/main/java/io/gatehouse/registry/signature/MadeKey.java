package io.gatehouse.registry.signature;

import io.gatehouse.domain.signature.HostSigningKey;

/** @param secret the base64 of the key's bytes, for the one answer that makes it */
public record MadeKey(HostSigningKey key, String secret) {

    @Override
    public String toString() {
        return "MadeKey[" + key.id() + "]";
    }
}
