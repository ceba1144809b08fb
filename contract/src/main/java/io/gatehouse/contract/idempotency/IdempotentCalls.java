package io.gatehouse.contract.idempotency;

import java.util.UUID;

/** Remembers the first answer of a mutating call that carries an {@code Idempotency-Key}. */
public interface IdempotentCalls {

    /**
     * Takes a key for a call. Of any number of concurrent calls with one key exactly one gets {@link KeyState.Fresh}:
     * the unique key of caller and key decides. A key whose call never finished is free again after a minute.
     *
     * @param caller who calls; one caller's keys are nothing to another's
     * @param fingerprint SHA-256 over method, path and body
     */
    KeyState begin(String caller, String key, byte[] fingerprint);

    /** Keeps the answer, encrypted, for a day. */
    void complete(UUID recordId, StoredAnswer answer);

    /** Frees the key again: the call failed in a way that a retry may mend (a 5xx). */
    void abandon(UUID recordId);
}
