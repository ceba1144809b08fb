package io.gatehouse.registry.homeserver;

import io.gatehouse.contract.registry.AgentUserId;
import java.util.Optional;
import java.util.Set;

/** What a Matrix homeserver keeps for its application service. Every call may be made again. */
public interface HomeserverRecords {

    /** The user whose account data this is. */
    String owner();

    /** Account data of the sender, a JSON object; empty where there is none of that type. */
    HomeserverAnswer<Optional<String>> read(String type);

    /** @param content a JSON object, smaller than an event may be */
    HomeserverAnswer<Void> write(String type, String content);

    /** None for a user whom the homeserver does not know. */
    HomeserverAnswer<Set<String>> joinedRooms(AgentUserId user);
}
