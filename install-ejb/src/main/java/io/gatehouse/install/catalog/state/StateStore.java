package io.gatehouse.install.catalog.state;

import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.domain.identity.Identity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of the install states of many users, with one query per kind of data. Every step is a lookup in an
 * index.
 */
@Dependent
public class StateStore {

    /** Accounts that people chat with. */
    private static final Set<Namespace> CHATS = Set.of(
            Namespace.WA_JID,
            Namespace.WA_LID,
            Namespace.WA_BSUID,
            Namespace.WA_PARENT_BSUID,
            Namespace.SLACK_USER_ID,
            Namespace.TELEGRAM_USER_ID,
            Namespace.MATRIX_USER_ID);

    private final EntityManager entityManager;

    @Inject
    public StateStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    record InstalledAgent(UUID user, UUID template, UUID agent) {}

    /** @param asked whether the account was asked to confirm the link and has not answered */
    record Link(UUID user, Identity identity, boolean asked) {}

    /** @param declinedAt null if the question waits for its answer */
    record Question(UUID user, UUID template, @Nullable Instant declinedAt) {}

    /** Returns the agents in the users' personal organizations. */
    List<InstalledAgent> agents(Collection<UUID> users, Collection<UUID> templates) {
        return entityManager
                .createQuery("""
                        select o.ownerUserId, a.templateAgentId, a.id from Organization o, Agent a
                        where o.ownerUserId in :users and o.archivedAt is null
                          and a.organizationId = o.id and a.templateAgentId in :templates""", Object[].class)
                .setParameter("users", users)
                .setParameter("templates", templates)
                .getResultList()
                .stream()
                .map(row -> new InstalledAgent((UUID) row[0], (UUID) row[1], (UUID) row[2]))
                .toList();
    }

    /**
     * Returns chat accounts: those with an active or pending link, and those whose link was ended by a NO after {@code
     * since}.
     */
    List<Link> links(Collection<UUID> users, Instant since) {
        List<Object[]> rows = entityManager
                .createQuery("""
                        select m.userId, i from Member m, Identity i
                        where m.userId in :users and i.memberId = m.id and i.namespace in :chats
                          and (i.activeKey is not null or i.pendingKey is not null or (i.unlinkReason = :no and i.unlinkedAt > :since))""", Object[].class)
                .setParameter("users", users)
                .setParameter("chats", CHATS)
                .setParameter("no", UnlinkReason.REPLIED_NO)
                .setParameter("since", since)
                .getResultList();
        Set<UUID> asked = asked(rows.stream()
                .map(row -> (Identity) row[1])
                .filter(Identity::isPending)
                .map(Identity::id)
                .toList());
        return rows.stream()
                .map(row -> new Link((UUID) row[0], (Identity) row[1], asked.contains(((Identity) row[1]).id())))
                .toList();
    }

    /** Returns the pending links that have an open question. */
    private Set<UUID> asked(List<UUID> pending) {
        if (pending.isEmpty()) {
            return Set.of();
        }
        String places = IntStream.rangeClosed(1, pending.size())
                .mapToObj(place -> "?" + place)
                .collect(Collectors.joining(", "));
        Query query = entityManager.createNativeQuery(
                "select cast(identity_id as varchar(36)) from typed_question where identity_id in (" + places + ")");
        for (int i = 0; i < pending.size(); i++) {
            query.setParameter(i + 1, pending.get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(id -> UUID.fromString((String) id)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns claims that wait for confirmation, and those declined after {@code since}. */
    List<Question> questions(Collection<UUID> users, Instant now, Instant since) {
        return entityManager
                .createQuery("""
                        select p.userId, p.templateAgentId, p.declinedAt from PendingClaim p
                        where p.userId in :users
                          and ((p.declinedAt is null and p.tokenExpiresAt > :now) or p.declinedAt > :since)""", Object[].class)
                .setParameter("users", users)
                .setParameter("now", now)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(row -> new Question((UUID) row[0], (UUID) row[1], (Instant) row[2]))
                .toList();
    }
}
