package io.gatehouse.contract.idempotency;

import java.util.UUID;

/** The state of an idempotency key. */
public sealed interface KeyState {

    /** The call is the first; it must end in {@code complete} or {@code abandon}. */
    record Fresh(UUID recordId) implements KeyState {}

    /** The first call with this key and body got this answer. */
    record Answered(StoredAnswer answer) implements KeyState {}

    /** The first call with this key has not finished. */
    record InFlight() implements KeyState {}

    /** The key was used with another body. */
    record OtherRequest() implements KeyState {}
}
