package io.gatehouse.contract.appservice;

import java.util.List;

/**
 * A transaction of events that the homeserver pushes.
 *
 * @param id the homeserver's transaction id, which a retry repeats; at most 255 characters, without NUL
 * @param digest SHA-256 of the body, which distinguishes a retry from another transaction with the same id
 * @param skipped how many further events could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HomeserverTransaction(String id, byte[] digest, List<RoomEvent> events, int skipped) {

    public HomeserverTransaction {
        events = List.copyOf(events);
    }

    @Override
    public String toString() {
        return "HomeserverTransaction[" + id + ", " + events.size() + " events]";
    }
}
