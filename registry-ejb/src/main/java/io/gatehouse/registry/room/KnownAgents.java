package io.gatehouse.registry.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Registered agents by user id. Remembered, because an id is given to one agent for good. */
@ApplicationScoped
public class KnownAgents {

    private static final int MOST = 50_000;

    private final Cache<String, KnownAgent> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private RoomTransactions rooms;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected KnownAgents() {}

    @Inject
    public KnownAgents(RoomTransactions rooms) {
        this.rooms = rooms;
    }

    /** Empty where no agent has that id. Must be called outside of transactions. */
    public Optional<KnownAgent> find(String userId) {
        KnownAgent remembered = known.getIfPresent(userId);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<KnownAgent> found = rooms.findAgent(userId);
        found.ifPresent(agent -> known.put(userId, agent));
        return found;
    }
}
