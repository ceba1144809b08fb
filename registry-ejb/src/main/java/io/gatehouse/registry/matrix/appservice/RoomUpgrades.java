package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.chat.ChannelMoves;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Processes rooms to follow in short transactions, before and after the call to the homeserver. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RoomUpgrades {

    private static final int MAX_CANDIDATES = 8;
    private static final Duration MAX_ATTEMPT_DURATION = Duration.ofMinutes(2);

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

    /** Takes an upgrade that is due, and reserves it for the longest duration of an attempt; empty if none is due. */
    public Optional<RoomUpgrade> takeNext() {
        Instant now = clock.instant();
        return store.due(now, MAX_CANDIDATES).stream()
                .filter(candidate -> store.take(candidate, now.plus(MAX_ATTEMPT_DURATION)))
                .findFirst();
    }

    public void postpone(RoomUpgrade upgrade, Duration wait) {
        store.postpone(upgrade, clock.instant().plus(wait));
    }

    /** The agent is in the new room, which is the successor: what was bound to the old room moves to the new one. */
    public void followed(RoomUpgrade upgrade) {
        if (store.end(upgrade, "FOLLOWED")) {
            channels.moved(
                    upgrade.agentId(),
                    upgrade.rooms().oldRoom(),
                    upgrade.rooms().newRoom());
        }
    }

    /** The agent may join once it is invited. */
    public void await(RoomUpgrade upgrade) {
        store.end(upgrade, "WAITING");
    }

    public void refuse(RoomUpgrade upgrade) {
        store.end(upgrade, "REFUSED");
    }
}
