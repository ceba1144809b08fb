package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.message.RoomSuccessors;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads which room an agent followed a replaced room to. */
@Stateless
@Local(RoomSuccessors.class)
public class RoomSuccessorsBean implements RoomSuccessors {

    private RoomUpgradeStore store;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RoomSuccessorsBean() {}

    @Inject
    public RoomSuccessorsBean(RoomUpgradeStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> of(UUID agentId, String roomId) {
        return store.successor(agentId, roomId);
    }
}
