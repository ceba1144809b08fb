package io.gatehouse.install.claim.move;

import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.claim.LinkAuthority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The scoped ids of the owners of linked numbers. A row belongs to one link: a new link of a number starts without ids.
 */
@Dependent
public class ScopedIdStore {

    private final EntityManager entityManager;

    @Inject
    public ScopedIdStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * A verified link of a number, and what is known about a scoped id that came with the number.
     *
     * @param learned the number's id within the scope; null if none was received yet
     * @param holder the user that the received id is linked to, verified; null if there is none
     * @param provedBy the organization whose connection proved the number; null for the deployment
     * @param holderProvedBy the same for the id
     */
    record LinkedNumber(
            UUID identityId,
            UUID user,
            @Nullable String learned,
            @Nullable UUID holder,
            @Nullable UUID provedBy,
            @Nullable UUID holderProvedBy) {}

    /** Empty if the number has no verified link. */
    Optional<LinkedNumber> find(PlatformAccount number, PlatformAccount scopedId, String scope) {
        List<?> rows = entityManager
                .createNativeQuery("""
                        select cast(i.id as varchar(36)), cast(i.user_id as varchar(36)), s.identifier,
                               cast(h.user_id as varchar(36)), cast(i.proved_by_organization_id as varchar(36)),
                               cast(h.proved_by_organization_id as varchar(36))
                        from identity i
                        left join scoped_id s on s.identity_id = i.id and s.scope = ?1 and s.namespace = ?2
                        left join identity h on h.active_key = ?3 and h.verified_at is not null
                        where i.active_key = ?4 and i.verified_at is not null""")
                .setParameter(1, scope)
                .setParameter(2, scopedId.namespace().wireName())
                .setParameter(3, scopedId.activeKey())
                .setParameter(4, number.activeKey())
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return new LinkedNumber(
                    UUID.fromString((String) columns[0]),
                    UUID.fromString((String) columns[1]),
                    (String) columns[2],
                    id(columns[3]),
                    id(columns[4]),
                    id(columns[5]));
        });
    }

    private static @Nullable UUID id(@Nullable Object text) {
        return text == null ? null : UUID.fromString((String) text);
    }

    /** Whether the id was learned with the number under a link that has ended. */
    boolean wasFormerly(PlatformAccount number, PlatformAccount scopedId, String scope) {
        return !entityManager
                .createNativeQuery("""
                        select 1 from scoped_id s
                        join identity i on i.id = s.identity_id
                        where s.identifier = ?1 and s.namespace = ?2 and s.scope = ?3
                          and i.namespace = ?4 and i.match_key = ?5 and i.active_key is null
                        fetch first 1 rows only""")
                .setParameter(1, scopedId.identifier())
                .setParameter(2, scopedId.namespace().wireName())
                .setParameter(3, scope)
                .setParameter(4, number.namespace().wireName())
                .setParameter(5, number.matchKey())
                .getResultList()
                .isEmpty();
    }

    /**
     * Returns the active links of the user's numbers that the id was learned with, as far as the change affects them.
     */
    List<UUID> numbersOf(UUID user, PlatformAccount scopedId, AccountChange change) {
        List<?> rows = entityManager
                .createNativeQuery("""
                        select cast(i.id as varchar(36)), cast(i.proved_by_organization_id as varchar(36))
                        from scoped_id s
                        join identity i on i.id = s.identity_id
                        where s.identifier = ?1 and s.namespace = ?2 and s.scope = ?3
                          and i.user_id = ?4 and i.active_key is not null and i.verified_at < ?5""")
                .setParameter(1, scopedId.identifier())
                .setParameter(2, scopedId.namespace().wireName())
                .setParameter(3, change.scope())
                .setParameter(4, user)
                .setParameter(5, change.before().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .filter(row -> change.authority().covers(id(row[1])))
                .map(row -> UUID.fromString((String) row[0]))
                .toList();
    }

    /** Stores the id of a number that has a verified link; does nothing for any other. */
    void learn(PlatformAccount number, PlatformAccount scopedId, String scope) {
        entityManager
                .createNativeQuery("""
                        insert into scoped_id (identity_id, scope, namespace, identifier)
                        select i.id, cast(?1 as varchar(120)), cast(?2 as varchar(30)), cast(?3 as varchar(320))
                        from identity i where i.active_key = ?4 and i.verified_at is not null
                        on conflict do nothing""")
                .setParameter(1, scope)
                .setParameter(2, scopedId.namespace().wireName())
                .setParameter(3, scopedId.identifier())
                .setParameter(4, number.activeKey())
                .executeUpdate();
        entityManager
                .createNativeQuery("""
                        update scoped_id set identifier = ?1
                        where scope = ?2 and namespace = ?3
                          and identity_id = (select i.id from identity i where i.active_key = ?4)
                          and identifier <> ?5""")
                .setParameter(1, scopedId.identifier())
                .setParameter(2, scope)
                .setParameter(3, scopedId.namespace().wireName())
                .setParameter(4, number.activeKey())
                .setParameter(5, scopedId.identifier())
                .executeUpdate();
    }

    /**
     * Closes the chats of an account whose link has ended, for its next owner: agents see new rooms, and the earlier
     * messages stay in the old ones. With an organization's authority only the chats with its own agents are closed.
     */
    void closeChats(UUID identityId, LinkAuthority authority) {
        UUID organization = authority.organizationId();
        closeChats(
                "delete from chat_room",
                "connection_id in (select c.id from connection c where c.organization_id = ?2)",
                identityId,
                organization);
        closeChats(
                "update gateway_chat set account_key = account_key || '#' || cast(id as varchar(36))",
                "template_agent_id in (select a.id from agent a where a.organization_id = ?2)",
                identityId,
                organization);
    }

    private void closeChats(String close, String ofOrganization, UUID identityId, @Nullable UUID organization) {
        Query query = entityManager.createNativeQuery(close
                + " where account_key in (select i.namespace || ':' || i.match_key from identity i where i.id = ?1)"
                + (organization == null ? "" : " and " + ofOrganization));
        query.setParameter(1, identityId);
        if (organization != null) {
            query.setParameter(2, organization);
        }
        query.executeUpdate();
    }
}
