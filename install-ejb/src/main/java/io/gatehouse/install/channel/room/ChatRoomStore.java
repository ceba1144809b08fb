package io.gatehouse.install.channel.room;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.outbox.Outbox;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Chats that agents see as rooms. The unique triple of connection, chat and thread identifies a room. */
@Dependent
public class ChatRoomStore {

    private final EntityManager entityManager;

    @Inject
    public ChatRoomStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The account and the template of a room, and the chat that replies are sent to. */
    record Found(Outbox.Destination destination, String accountKey, UUID templateAgentId) {}

    /** Creates the room; does nothing if it exists. */
    void open(UUID id, Outbox.Destination destination, String accountKey, Instant now) {
        entityManager
                .createNativeQuery("""
                        insert into chat_room (id, connection_id, chat, thread, platform, account_key, created_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                        on conflict do nothing""")
                .setParameter(1, id)
                .setParameter(2, destination.connectionId())
                .setParameter(3, destination.chat())
                .setParameter(4, thread(destination))
                .setParameter(5, destination.platform().wireName())
                .setParameter(6, accountKey)
                .setParameter(7, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    Optional<UUID> find(Outbox.Destination destination) {
        List<?> rows = entityManager
                .createNativeQuery("select cast(id as varchar(36)) from chat_room"
                        + " where connection_id = ?1 and chat = ?2 and thread = ?3")
                .setParameter(1, destination.connectionId())
                .setParameter(2, destination.chat())
                .setParameter(3, thread(destination))
                .getResultList();
        return rows.stream().findFirst().map(id -> UUID.fromString((String) id));
    }

    Optional<Found> find(UUID id) {
        List<?> rows = entityManager.createNativeQuery("""
                        select cast(r.connection_id as varchar(36)), r.platform, r.chat, r.thread, r.account_key,
                               cast(c.template_agent_id as varchar(36))
                        from chat_room r
                        join connection c on c.id = r.connection_id
                        where r.id = ?1""").setParameter(1, id).getResultList();
        return rows.stream().findFirst().map(row -> found((Object[]) row));
    }

    private static Found found(Object[] row) {
        String thread = (String) row[3];
        return new Found(
                new Outbox.Destination(
                        UUID.fromString((String) row[0]),
                        Platform.ofWireName((String) row[1]).orElseThrow(),
                        (String) row[2],
                        thread.isEmpty() ? null : thread),
                (String) row[4],
                UUID.fromString((String) row[5]));
    }

    private static String thread(Outbox.Destination destination) {
        return destination.thread() == null ? "" : destination.thread();
    }
}
