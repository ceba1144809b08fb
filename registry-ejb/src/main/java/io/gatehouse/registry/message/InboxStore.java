package io.gatehouse.registry.message;

import io.gatehouse.contract.message.ChatOrigin;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inboxes and their messages: the same few statements for any number of recipients. */
@Dependent
class InboxStore {

    private final EntityManager entities;

    @Inject
    InboxStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks inboxes in the order of their agents' ids until the transaction ends; returns how many exist. */
    int lock(List<UUID> agentIds) {
        Query query = entities.createNativeQuery("select last_position from inbox where agent_id in ("
                + placeholders(1, agentIds) + ") order by agent_id for update");
        bind(query, 1, agentIds);
        return query.getResultList().size();
    }

    /** Creates the inboxes that do not exist. */
    void create(List<UUID> agentIds) {
        Query query =
                entities.createNativeQuery("insert into inbox (agent_id, last_position) select a.id, 0 from agent a"
                        + " where a.id in (" + placeholders(1, agentIds) + ") order by a.id on conflict do nothing");
        bind(query, 1, agentIds);
        query.executeUpdate();
    }

    /** Assigns the next position of each inbox, which must be locked, and stores the message there. */
    void add(List<UUID> agentIds, InboxMessage message, Instant now) {
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
