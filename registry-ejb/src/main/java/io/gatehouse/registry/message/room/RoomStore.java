package io.gatehouse.registry.message.room;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rooms, their members, and the sends that were made. Unique keys decide which of concurrent calls is first. */
@Dependent
class RoomStore {

    private static final String AGENT = "select a.id, a.organizationId, a.agentUserId, a.host from Agent a";

    private final EntityManager entities;

    @Inject
    RoomStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<KnownAgent> findAgent(String userId) {
        return agents(entities.createQuery(AGENT + " where a.agentUserId = :id", Object[].class)
                        .setParameter("id", userId))
                .stream()
                .findFirst();
    }

    List<KnownAgent> findAgents(UUID organizationId, Collection<String> userIds) {
        return agents(entities.createQuery(
                        AGENT + " where a.organizationId = :organization and a.agentUserId in :ids", Object[].class)
                .setParameter("organization", organizationId)
                .setParameter("ids", userIds));
    }

    private static List<KnownAgent> agents(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new KnownAgent((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /**
     * Returns false if that agent already made a send with this id. Blocks while another transaction is inserting it.
     */
    boolean insertEvent(UUID agentId, String transactionId, String eventId, Instant now) {
        return entities.createNativeQuery("insert into room_event (agent_id, transaction_id, event_id, sent_at)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, agentId)
                        .setParameter(2, transactionId)
                        .setParameter(3, eventId)
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    String eventOf(UUID agentId, String transactionId) {
        return (String) entities.createNativeQuery(
                        "select event_id from room_event where agent_id = ?1 and transaction_id = ?2")
                .setParameter(1, agentId)
                .setParameter(2, transactionId)
                .getSingleResult();
    }

    Optional<UUID> findRoom(UUID organizationId, String roomId) {
        return ids(entities.createNativeQuery(
                                "select cast(id as varchar(36)) from room where organization_id = ?1 and room_id = ?2")
                        .setParameter(1, organizationId)
                        .setParameter(2, roomId))
                .stream()
                .findFirst();
    }

    /** Does nothing if the room exists. Blocks while another transaction is inserting it. */
    void insertRoom(UUID id, UUID organizationId, String roomId, Instant now) {
        entities.createNativeQuery("insert into room (id, organization_id, room_id, created_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, id)
                .setParameter(2, organizationId)
                .setParameter(3, roomId)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void insertMember(UUID roomKey, UUID agentId, Instant now) {
        entities.createNativeQuery("insert into room_member (room_key, agent_id, joined_at)"
                        + " values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, roomKey)
                .setParameter(2, agentId)
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    List<UUID> members(UUID roomKey) {
        return ids(
                entities.createNativeQuery("select cast(agent_id as varchar(36)) from room_member where room_key = ?1")
                        .setParameter(1, roomKey));
    }

    private static List<UUID> ids(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(id -> UUID.fromString((String) id)).toList();
    }
}
