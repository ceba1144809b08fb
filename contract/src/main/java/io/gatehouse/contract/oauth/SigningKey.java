package io.gatehouse.contract.oauth;

import java.security.PrivateKey;

/** @param id the {@code kid} in the header of the tokens that it signs */
public record SigningKey(String id, PrivateKey key) {

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
