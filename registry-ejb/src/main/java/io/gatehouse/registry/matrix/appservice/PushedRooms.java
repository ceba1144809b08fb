package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.registry.message.Delivery;
import io.gatehouse.registry.message.InboxMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rooms of one transaction. Their members change from event to event and determine who receives the next event. */
final class PushedRooms {

    private static final String MEMBER = "m.room.member";

    /** The event types that agents receive (ADR 0085). */
    private static final Set<String> DELIVERED =
            Set.of("m.room.message", "m.room.encrypted", "m.sticker", "m.reaction", "m.room.redaction");

    private final Map<String, UUID> agents;
    private final Map<String, Set<UUID>> present;
    private final SortedMap<RoomMember, Change> changes = new TreeMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Departure> departures = new ArrayList<>();

    /** An agent in a room. */
    record RoomMember(String roomId, UUID agentId) implements Comparable<RoomMember> {

        private static final Comparator<RoomMember> ORDER =
                Comparator.comparing(RoomMember::roomId).thenComparing(RoomMember::agentId);

        @Override
        public int compareTo(RoomMember other) {
            return ORDER.compare(this, other);
        }
    }

    /** An agent was in a room when the room was replaced. */
    record Departure(UUID agentId, Tombstone tombstone) {}

    /** The change of an agent's membership in a room. */
    enum Change {
        INVITED,
        JOINED,
        GONE
    }

    /**
     * @param agents agents by user id, as far as the events name them
     * @param present the agents that were in the rooms before the events
     */
    PushedRooms(Map<String, UUID> agents, Map<String, Set<UUID>> present) {
        this.agents = Map.copyOf(agents);
        this.present = new HashMap<>(present);
    }

    void take(RoomEvent event) {
        String stateKey = event.stateKey();
        if (stateKey != null) {
            if (event.type().equals(MEMBER)) {
                move(event.roomId(), agents.get(stateKey), event.membership());
            }
            Tombstone.of(event).ifPresent(this::end);
        } else if (DELIVERED.contains(event.type())) {
            deliver(event);
        }
    }

    private void move(String roomId, @Nullable UUID agentId, @Nullable String membership) {
        if (agentId == null || membership == null) {
            return;
        }
        RoomMember member = new RoomMember(roomId, agentId);
        switch (membership) {
            case "invite" -> {
                if (!in(roomId).contains(agentId)) {
                    changes.put(member, Change.INVITED);
                }
            }
            case "join" -> {
                if (in(roomId).add(agentId)) {
                    changes.put(member, Change.JOINED);
                }
            }
            case "leave", "ban" -> {
                in(roomId).remove(agentId);
                changes.put(member, Change.GONE);
            }
            default -> {
                // Only people in the room can answer a knock.
            }
        }
    }

    private void end(Tombstone tombstone) {
        in(tombstone.oldRoom()).forEach(agentId -> departures.add(new Departure(agentId, tombstone)));
    }

    /** Delivers to all agents in the room except the sender, whose own messages come back from the homeserver. */
    private void deliver(RoomEvent event) {
        UUID sender = agents.get(event.sender());
        List<UUID> recipients = in(event.roomId()).stream()
                .filter(agentId -> !Objects.equals(agentId, sender))
                .toList();
        if (!recipients.isEmpty()) {
            deliveries.add(new Delivery(
                    recipients,
                    new InboxMessage(
                            event.eventId(),
                            event.roomId(),
                            event.sender(),
                            event.type(),
                            event.content(),
                            event.sentAt())));
        }
    }

    private Set<UUID> in(String roomId) {
        return present.computeIfAbsent(roomId, any -> new TreeSet<>());
    }

    /** The last change of each agent in each room. */
    SortedMap<RoomMember, Change> changes() {
        return changes;
    }

    /** In the order of the tombstones: of two for one room, the later one counts. */
    List<Departure> departures() {
        return departures;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }
}
