package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.matrix.appservice.PushedRooms.RoomMember;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tracks which agents are in which rooms of the homeserver, in the caller's transaction. */
@Dependent
class Presences {

    private final PresenceStore store;
    private final InvitationStore invitations;
    private final RoomUpgradeStore upgrades;
    private final Event<Invited> invited;
    private final Ids ids;

    @Inject
    Presences(
            PresenceStore store,
            InvitationStore invitations,
            RoomUpgradeStore upgrades,
            Event<Invited> invited,
            Ids ids) {
        this.store = store;
        this.invitations = invitations;
        this.upgrades = upgrades;
        this.invited = invited;
        this.ids = ids;
    }

    /** Returns the rooms of these events, with the agents that were in them before the events. */
    PushedRooms before(List<RoomEvent> events) {
        Set<String> users = events.stream()
                .flatMap(event -> Stream.of(event.sender(), event.stateKey()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        Set<String> rooms = events.stream().map(RoomEvent::roomId).collect(Collectors.toSet());
        return new PushedRooms(store.agents(users), store.present(rooms));
    }

    /**
     * Stores the changes. Agents that were invited, or whose room was replaced, join once the transaction has
     * committed.
     */
    void save(PushedRooms rooms, Instant now) {
        rooms.changes().forEach((member, change) -> {
            invitations.withdraw(member);
            switch (change) {
                case JOINED -> join(member, now);
                case GONE -> store.remove(member);
                case INVITED -> invite(member, now);
            }
        });
        rooms.departures().forEach(departure -> {
            upgrades.announce(departure, now);
            invited.fire(new Invited(departure.tombstone().newRoom()));
        });
    }

    private void join(RoomMember member, Instant now) {
        store.add(member, now);
        if (upgrades.joined(member, now)) {
            invited.fire(new Invited(member.roomId()));
        }
    }

    private void invite(RoomMember member, Instant now) {
        store.remove(member);
        invitations.add(ids.next(), member, now);
        upgrades.invited(member, now);
        invited.fire(new Invited(member.roomId()));
    }
}
