package io.gatehouse.contract.appservice;

import java.util.List;

/**
 * Events as the homeserver pushes them.
 *
 * @param id what the homeserver calls it; a retry has the same. At most 255 characters, none of them NUL
 * @param digest SHA-256 of what came, to tell a retry from another transaction of the same name
 * @param skipped how many more there were that nobody can read
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
