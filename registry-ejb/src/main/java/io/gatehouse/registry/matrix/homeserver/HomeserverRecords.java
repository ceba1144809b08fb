package io.gatehouse.registry.matrix.homeserver;

import io.gatehouse.contract.registry.AgentUserId;
import java.util.Optional;
import java.util.Set;

/** What a Matrix homeserver stores for its application service. Every call may be repeated. */
public interface HomeserverRecords {

    /** The user whose account data is read and written. */
    String owner();

    /** Returns the owner's account data of that type, a JSON object; empty if there is none. */
    HomeserverAnswer<Optional<String>> read(String type);

    /** @param content a JSON object, smaller than the size limit of an event */
    HomeserverAnswer<Void> write(String type, String content);

    /** Returns no rooms for a user that the homeserver does not know. */
    HomeserverAnswer<Set<String>> joinedRooms(AgentUserId user);
}
