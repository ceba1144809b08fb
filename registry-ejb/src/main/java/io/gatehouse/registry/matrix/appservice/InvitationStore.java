package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.appservice.PushedRooms.RoomMember;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Pending invitations. One that is being processed becomes due again later, in case its node dies. One that was
 * accepted stays, no longer due, until the homeserver reports the agent's membership.
 */
@Dependent
class InvitationStore {

    private final EntityManager entities;

    @Inject
    InvitationStore(EntityManager entities) {
        this.entities = entities;
    }

    void add(UUID id, RoomMember member, Instant now) {
        entities.createNativeQuery(
                        "insert into invitation (id, room_id, agent_id, attempts, due_at) values (?1, ?2, ?3, 0, ?4)")
                .setParameter(1, id)
                .setParameter(2, member.roomId())
                .setParameter(3, member.agentId())
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void withdraw(RoomMember member) {
        entities.createNativeQuery("delete from invitation where room_id = ?1 and agent_id = ?2")
                .setParameter(1, member.roomId())
                .setParameter(2, member.agentId())
                .executeUpdate();
    }

    /** Returns the invitations that are due, the longest waiting first. */
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

    /** Returns false if another node took this attempt: of concurrent calls, the guarded update lets one succeed. */
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

    /** Leaves an invitation to the same room that arrived later. */
    void remove(UUID id) {
        entities.createNativeQuery("delete from invitation where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }
}
