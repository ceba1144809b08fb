package io.gatehouse.registry.message.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.homeserver.Adapter;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.Succession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rooms in the database, in which the agents of an organization exchange messages. A room exists once an agent sends a
 * message or types in it. Such an agent is a member from then on, and so are agents that are mentioned. Members never
 * leave.
 */
@ApplicationScoped
@Adapter(Adapter.Kind.LOCAL_ROOMS)
class LocalRooms implements Homeserver {

    /** The size limit of an event (Matrix client-server API, section 8.3), minus what surrounds its content. */
    private static final int MAX_CONTENT_BYTES = 65_536 - 1_024;

    private static final int MAX_ID_BYTES = 255;
    private static final int MAX_MEMBERSHIPS = 100_000;

    private final Cache<Membership, Boolean> memberships =
            Caffeine.newBuilder().maximumSize(MAX_MEMBERSHIPS).build();

    private KnownAgents agents;
    private RoomTransactions rooms;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected LocalRooms() {}

    @Inject
    LocalRooms(KnownAgents agents, RoomTransactions rooms) {
        this.agents = agents;
        this.rooms = rooms;
    }

    private record Membership(UUID agentId, String roomId) {}

    /** Does nothing: the registry's row of the agent is the user. */
    @Override
    public HomeserverAnswer<Void> ensureUser(AgentUserId user, @Nullable String displayName) {
        return new Done<>(null);
    }

    @Override
    public HomeserverAnswer<String> send(
            AgentUserId sender, String roomId, String eventType, String content, String transactionId) {
        Refused<String> refusal = checkId(roomId);
        if (refusal != null) {
            return refusal;
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > MAX_CONTENT_BYTES) {
            return new Refused<>(Reason.EVENT_TOO_LARGE, "an event is at most 65,536 bytes");
        }
        Optional<KnownAgent> agent = agents.find(sender.value());
        if (agent.isEmpty()) {
            return new Refused<>(Reason.FORBIDDEN, "nobody is registered as " + sender);
        }
        return new Done<>(rooms.send(agent.get(), roomId, eventType, content, Mentions.in(content), transactionId));
    }

    /** Local rooms show no typing notifications; the only effect is that the user joins the room. */
    @Override
    public HomeserverAnswer<Void> setTyping(AgentUserId user, String roomId, boolean typing, Duration timeout) {
        return join(user, roomId);
    }

    @Override
    public HomeserverAnswer<Void> join(AgentUserId user, String roomId) {
        Refused<Void> refusal = checkId(roomId);
        if (refusal != null) {
            return refusal;
        }
        Optional<KnownAgent> agent = agents.find(user.value());
        if (agent.isEmpty()) {
            return new Refused<>(Reason.FORBIDDEN, "nobody is registered as " + user);
        }
        Membership membership = new Membership(agent.get().id(), roomId);
        if (memberships.getIfPresent(membership) == null) {
            rooms.join(agent.get(), roomId);
            memberships.put(membership, true);
        }
        return new Done<>(null);
    }

    /** Local rooms are never replaced. */
    @Override
    public HomeserverAnswer<Void> follow(AgentUserId user, Succession succession) {
        return new Refused<>(Reason.UNKNOWN_ROOM, "the room is none of the homeserver's");
    }

    private static <T> @Nullable Refused<T> checkId(String roomId) {
        boolean possible = roomId.length() > 1
                && roomId.charAt(0) == '!'
                && roomId.indexOf(0) < 0
                && roomId.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES;
        return possible ? null : new Refused<>(Reason.UNKNOWN_ROOM, "no room has such an id");
    }
}
