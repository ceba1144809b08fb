package io.gatehouse.contract.idempotency;

import java.util.UUID;

/** Stores the first answer of a mutating call that carries an {@code Idempotency-Key}. */
public interface IdempotentCalls {

    /**
     * Reserves a key for a call. Of several concurrent calls with one key exactly one gets {@link KeyState.Fresh}: the
     * unique constraint on caller and key decides. A key whose call never finished is free again after a minute.
     *
     * @param caller the caller; keys of different callers are independent
     * @param fingerprint SHA-256 over method, path and body
     */
    KeyState begin(String caller, String key, byte[] fingerprint);

    /** Stores the answer, encrypted, for a day. */
    void complete(UUID recordId, StoredAnswer answer);

    /** Releases the key, because the call failed in a way that a retry may succeed (a 5xx). */
    void abandon(UUID recordId);
}
