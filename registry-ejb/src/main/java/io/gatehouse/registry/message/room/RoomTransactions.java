package io.gatehouse.registry.message.room;

import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.text.Base64Url;
import io.gatehouse.registry.message.InboxMessage;
import io.gatehouse.registry.message.InboxStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Changes rooms. Each method runs in its own transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RoomTransactions {

    private static final int EVENT_ID_BYTES = 24;

    private RoomStore store;
    private InboxStore inbox;
    private Ids ids;
    private SecureRandom random;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RoomTransactions() {}

    @Inject
    public RoomTransactions(RoomStore store, InboxStore inbox, Ids ids, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.inbox = inbox;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    public Optional<KnownAgent> findAgent(String userId) {
        return store.findAgent(userId);
    }

    /** Ensures that the agent is in the room; creates the room if it does not exist. */
    public void join(KnownAgent agent, String roomId) {
        store.insertMember(room(agent.organizationId(), roomId), agent.id(), clock.instant());
    }

    /**
     * Adds the event once to the inbox of every member of the room except its sender.
     *
     * @param mentioned user ids; those of the sender's organization become members
     * @return the event's id; that of the first send if there was one with this transaction id
     */
    public String send(
            KnownAgent sender,
            String roomId,
            String eventType,
            String content,
            Collection<String> mentioned,
            String transactionId) {
        Instant now = clock.instant();
        String eventId = newEventId();
        if (!store.insertEvent(sender.id(), transactionId, eventId, now)) {
            return store.eventOf(sender.id(), transactionId);
        }
        UUID room = room(sender.organizationId(), roomId);
        addMembers(room, sender, mentioned, now);
        List<UUID> others = store.members(room).stream()
                .filter(member -> !member.equals(sender.id()))
                .toList();
        inbox.deliver(others, new InboxMessage(eventId, roomId, sender.userId(), eventType, content, now));
        return eventId;
    }

    /** Inserts members in the order of their ids, so that two agents that mention each other cannot deadlock. */
    private void addMembers(UUID room, KnownAgent sender, Collection<String> mentioned, Instant now) {
        Stream<KnownAgent> others =
                mentioned.isEmpty() ? Stream.of() : store.findAgents(sender.organizationId(), mentioned).stream();
        Stream.concat(Stream.of(sender), others)
                .map(KnownAgent::id)
                .distinct()
                .sorted()
                .forEach(agent -> store.insertMember(room, agent, now));
    }

    private UUID room(UUID organizationId, String roomId) {
        return store.findRoom(organizationId, roomId).orElseGet(() -> {
            store.insertRoom(ids.next(), organizationId, roomId, clock.instant());
            return store.findRoom(organizationId, roomId).orElseThrow();
        });
    }

    private String newEventId() {
        return "$" + Base64Url.random(random, EVENT_ID_BYTES);
    }
}
