package io.gatehouse.registry.appservice;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.appservice.PushedRooms.Place;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Invitations that wait to be followed. One that is at work is due again later, should its node die of it. One that was followed
 * stays, and is not due any more, until the homeserver says where the agent is.
 */
@Dependent
class InvitationStore {

    private final EntityManager entities;

    @Inject
    InvitationStore(EntityManager entities) {
        this.entities = entities;
    }

    void add(UUID id, Place place, Instant now) {
        entities.createNativeQuery(
                        "insert into invitation (id, room_id, agent_id, attempts, due_at) values (?1, ?2, ?3, 0, ?4)")
                .setParameter(1, id)
                .setParameter(2, place.roomId())
                .setParameter(3, place.agentId())
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void withdraw(Place place) {
        entities.createNativeQuery("delete from invitation where room_id = ?1 and agent_id = ?2")
                .setParameter(1, place.roomId())
                .setParameter(2, place.agentId())
                .executeUpdate();
    }

    /** Those that are due, the longest waiting first. */
    List<Invitation> due(Instant now, int limit) {
        List<?> rows = entities.createNativeQuery("select cast(i.id as varchar(36)), a.agent_user_id, i.room_id,"
                        + " i.attempts + 1 from invitation i join agent a on a.id = i.agent_id"
                        + " where i.due_at <= ?1 order by i.due_at, i.id")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> invitation((Object[]) row)).toList();
    }

    private static Invitation invitation(Object[] row) {
        return new Invitation(
                UUID.fromString((String) row[0]),
                new AgentUserId((String) row[1]),
                (String) row[2],
                ((Number) row[3]).intValue());
    }

    /** False if another took that attempt: of any number that take it at once, one does. */
    boolean take(Invitation invitation, Instant dueAgain) {
        return entities.createNativeQuery(
                                "update invitation set attempts = ?1, due_at = ?2 where id = ?3 and attempts = ?4")
                        .setParameter(1, invitation.attempts())
                        .setParameter(2, dueAgain.atOffset(ZoneOffset.UTC))
                        .setParameter(3, invitation.id())
                        .setParameter(4, invitation.attempts() - 1)
                        .executeUpdate()
                == 1;
    }

    void postpone(UUID id, Instant due) {
        entities.createNativeQuery("update invitation set due_at = ?1 where id = ?2")
                .setParameter(1, due.atOffset(ZoneOffset.UTC))
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Leaves alone one that came for the same room since then. */
    void remove(UUID id) {
        entities.createNativeQuery("delete from invitation where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }
}
