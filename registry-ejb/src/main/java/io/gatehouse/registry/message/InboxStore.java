package io.gatehouse.registry.message;

import io.gatehouse.contract.message.ChatOrigin;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The inboxes of agents. Adds events in the caller's transaction, by the same few statements for any number of
 * recipients. Positions of an agent are assigned under the lock of its inbox row, which is held until the transaction
 * ends, so a reader that has seen a position has seen all earlier ones.
 *
 * <p>Does not detect repeated events: the caller delivers each one once. Locks inboxes in the order of their ids. Two
 * transactions that each call this more than once can still deadlock; the database then rejects one of them, which must
 * be retried.
 */
@Dependent
public class InboxStore {

    private final EntityManager entities;
    private final InstantSource clock;
    private final Event<MessagesDelivered> delivered;

    @Inject
    public InboxStore(EntityManager entities, InstantSource clock, Event<MessagesDelivered> delivered) {
        this.entities = entities;
        this.clock = clock;
        this.delivered = delivered;
    }

    /** Adds the message to one agent's inbox. */
    public void deliver(UUID agentId, InboxMessage message) {
        deliver(List.of(agentId), message);
    }

    public void deliver(Collection<UUID> agentIds, InboxMessage message) {
        deliver(List.of(new Delivery(List.copyOf(agentIds), message)));
    }

    /**
     * Adds several messages, in their order, after locking all inboxes. Readers that wait on this node are woken once
     * the transaction has committed.
     */
    public void deliver(List<Delivery> deliveries) {
        List<UUID> recipients = deliveries.stream()
                .flatMap(delivery -> delivery.agentIds().stream())
                .distinct()
                .toList();
        if (recipients.isEmpty()) {
            return;
        }
        if (lock(recipients) < recipients.size()) {
            create(recipients);
            lock(recipients);
        }
        for (Delivery delivery : deliveries) {
            List<UUID> agentIds = delivery.agentIds().stream().distinct().toList();
            if (!agentIds.isEmpty()) {
                add(agentIds, delivery.message(), clock.instant());
            }
        }
        delivered.fire(new MessagesDelivered(recipients));
    }

    /** Locks inboxes in the order of their agents' ids until the transaction ends; returns how many exist. */
    private int lock(List<UUID> agentIds) {
        Query query = entities.createNativeQuery("select last_position from inbox where agent_id in ("
                + placeholders(1, agentIds) + ") order by agent_id for update");
        bind(query, 1, agentIds);
        return query.getResultList().size();
    }

    /** Creates the inboxes that do not exist. */
    private void create(List<UUID> agentIds) {
        Query query =
                entities.createNativeQuery("insert into inbox (agent_id, last_position) select a.id, 0 from agent a"
                        + " where a.id in (" + placeholders(1, agentIds) + ") order by a.id on conflict do nothing");
        bind(query, 1, agentIds);
        query.executeUpdate();
    }

    /** Assigns the next position of each inbox, which must be locked, and stores the message there. */
    private void add(List<UUID> agentIds, InboxMessage message, Instant now) {
        Query next = entities.createNativeQuery("update inbox set last_position = last_position + 1 where agent_id in ("
                + placeholders(1, agentIds) + ")");
        bind(next, 1, agentIds);
        next.executeUpdate();
        ChatOrigin chat = message.chat();
        Query insert = entities.createNativeQuery("insert into inbox_message (agent_id, position, event_id, room_id,"
                        + " sender, event_type, content, sent_at, delivered_at, installed_agent_id, organization_id) select i.agent_id, i.last_position,"
                        + " cast(?1 as varchar(255)), cast(?2 as varchar(255)), cast(?3 as varchar(255)),"
                        + " cast(?4 as varchar(255)), cast(?5 as varchar(524288)),"
                        + " cast(?6 as timestamp(6) with time zone), cast(?7 as timestamp(6) with time zone),"
                        + " cast(nullif(?8, '') as uuid), cast(nullif(?9, '') as uuid)"
                        + " from inbox i where i.agent_id in (" + placeholders(10, agentIds) + ")")
                .setParameter(1, message.eventId())
                .setParameter(2, message.roomId())
                .setParameter(3, message.sender())
                .setParameter(4, message.eventType())
                .setParameter(5, message.content())
                .setParameter(6, message.sentAt().atOffset(ZoneOffset.UTC))
                .setParameter(7, now.atOffset(ZoneOffset.UTC))
                .setParameter(8, chat == null ? "" : chat.installedAgentId().toString())
                .setParameter(9, chat == null ? "" : chat.organizationId().toString());
        bind(insert, 10, agentIds);
        insert.executeUpdate();
    }

    private static String placeholders(int first, List<UUID> agentIds) {
        return IntStream.range(first, first + agentIds.size())
                .mapToObj(index -> "?" + index)
                .collect(Collectors.joining(", "));
    }

    private static void bind(Query query, int first, List<UUID> agentIds) {
        for (int i = 0; i < agentIds.size(); i++) {
            query.setParameter(first + i, agentIds.get(i));
        }
    }
}
