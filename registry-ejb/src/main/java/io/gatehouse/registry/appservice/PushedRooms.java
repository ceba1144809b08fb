package io.gatehouse.registry.appservice;

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

/** The rooms of one transaction: who is in them changes from event to event, and decides who gets the next. */
final class PushedRooms {

    private static final String MEMBER = "m.room.member";

    /** What agents are told of: ADR 0085. */
    private static final Set<String> DELIVERED =
            Set.of("m.room.message", "m.room.encrypted", "m.sticker", "m.reaction", "m.room.redaction");

    private final Map<String, UUID> agents;
    private final Map<String, Set<UUID>> present;
    private final SortedMap<Place, Change> changes = new TreeMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Departure> departures = new ArrayList<>();

    /** An agent in a room. */
    record Place(String roomId, UUID agentId) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::roomId).thenComparing(Place::agentId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** That an agent was in a room when it ended. */
    record Departure(UUID agentId, Tombstone tombstone) {}

    /** What became of an agent in a room. */
    enum Change {
        INVITED,
        JOINED,
        GONE
    }

    /**
     * @param agents by user id, as far as the events name them
     * @param present who was in the events' rooms before
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
        Place place = new Place(roomId, agentId);
        switch (membership) {
            case "invite" -> {
                if (!in(roomId).contains(agentId)) {
                    changes.put(place, Change.INVITED);
                }
            }
            case "join" -> {
                if (in(roomId).add(agentId)) {
                    changes.put(place, Change.JOINED);
                }
            }
            case "leave", "ban" -> {
                in(roomId).remove(agentId);
                changes.put(place, Change.GONE);
            }
            default -> {
                // A knock is for the people in the room to answer.
            }
        }
    }

    private void end(Tombstone tombstone) {
        in(tombstone.oldRoom()).forEach(agentId -> departures.add(new Departure(agentId, tombstone)));
    }

    /** To all who are in the room, but its own sender: what an agent said comes back from the homeserver. */
    private void deliver(RoomEvent event) {
        UUID sender = agents.get(event.sender());
        List<UUID> receivers = in(event.roomId()).stream()
                .filter(agentId -> !Objects.equals(agentId, sender))
                .toList();
        if (!receivers.isEmpty()) {
            deliveries.add(new Delivery(
                    receivers,
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

    /** The last one of each agent in each room. */
    SortedMap<Place, Change> changes() {
        return changes;
    }

    /** In the order of the tombstones: of two for one room, the later counts. */
    List<Departure> departures() {
        return departures;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }
}
