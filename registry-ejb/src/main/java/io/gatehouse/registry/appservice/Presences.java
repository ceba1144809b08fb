package io.gatehouse.registry.appservice;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.appservice.PushedRooms.Place;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which agents are in which rooms of the homeserver, in the transaction of the caller. */
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

    /** The rooms of these events, as they were before them. */
    PushedRooms of(List<RoomEvent> events) {
        Set<String> users = events.stream()
                .flatMap(event -> Stream.of(event.sender(), event.stateKey()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        Set<String> rooms = events.stream().map(RoomEvent::roomId).collect(Collectors.toSet());
        return new PushedRooms(store.agents(users), store.present(rooms));
    }

    /** Those who are invited, and whose room has ended, are asked in once the transaction has committed. */
    void keep(PushedRooms rooms, Instant now) {
        rooms.changes().forEach((place, change) -> {
            invitations.withdraw(place);
            switch (change) {
                case JOINED -> join(place, now);
                case GONE -> store.remove(place);
                case INVITED -> invite(place, now);
            }
        });
        rooms.departures().forEach(departure -> {
            upgrades.announce(departure, now);
            invited.fire(new Invited(departure.tombstone().newRoom()));
        });
    }

    private void join(Place place, Instant now) {
        store.add(place, now);
        if (upgrades.joined(place, now)) {
            invited.fire(new Invited(place.roomId()));
        }
    }

    private void invite(Place place, Instant now) {
        store.remove(place);
        invitations.add(ids.next(), place, now);
        upgrades.invited(place, now);
        invited.fire(new Invited(place.roomId()));
    }
}
