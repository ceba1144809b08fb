package io.gatehouse.registry.appservice;

import io.gatehouse.contract.chat.ChannelMoves;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Rooms that are to be followed, in short transactions around the homeserver's answer. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RoomUpgrades {

    private static final int CANDIDATES = 8;
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(2);

    private RoomUpgradeStore store;
    private ChannelMoves channels;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RoomUpgrades() {}

    @Inject
    public RoomUpgrades(RoomUpgradeStore store, ChannelMoves channels, InstantSource clock) {
        this.store = store;
        this.channels = channels;
        this.clock = clock;
    }

    /** One that is due, which nobody else gets for as long as an attempt may last; empty where none is. */
    public Optional<RoomUpgrade> takeNext() {
        Instant now = clock.instant();
        return store.due(now, CANDIDATES).stream()
                .filter(candidate -> store.take(candidate, now.plus(LONGEST_ATTEMPT)))
                .findFirst();
    }

    public void postpone(RoomUpgrade upgrade, Duration wait) {
        store.postpone(upgrade, clock.instant().plus(wait));
    }

    /** The agent is in the new room, which is the successor: what was bound to the old one goes on there. */
    public void followed(RoomUpgrade upgrade) {
        if (store.end(upgrade, "FOLLOWED")) {
            channels.moved(
                    upgrade.agentId(),
                    upgrade.rooms().oldRoom(),
                    upgrade.rooms().newRoom());
        }
    }

    /** It may come when somebody invites it. */
    public void await(RoomUpgrade upgrade) {
        store.end(upgrade, "WAITING");
    }

    public void refuse(RoomUpgrade upgrade) {
        store.end(upgrade, "REFUSED");
    }
}
