package io.gatehouse.contract.idempotency;

import java.util.UUID;

/** What an idempotency key stands for. */
public sealed interface KeyState {

    /** The call is the first; it must end in {@code complete} or {@code abandon}. */
    record Fresh(UUID recordId) implements KeyState {}

    /** The first call with this key and body had this answer. */
    record Answered(StoredAnswer answer) implements KeyState {}

    /** The first call with this key is still in flight. */
    record InFlight() implements KeyState {}

    /** The key was used with another body. */
    record OtherRequest() implements KeyState {}
}
