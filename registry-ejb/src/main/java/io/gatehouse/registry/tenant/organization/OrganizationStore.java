package io.gatehouse.registry.tenant.organization;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Organizations and members. The unique owner and the unique slug decide which of concurrent calls creates an
 * organization.
 */
@Dependent
public class OrganizationStore {

    private final EntityManager entities;

    @Inject
    public OrganizationStore(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Organization> find(UUID id) {
        return Optional.ofNullable(entities.find(Organization.class, id));
    }

    public Optional<Organization> findBySlug(String slug) {
        return entities.createQuery("select o from Organization o where o.slug = :slug", Organization.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** The user's personal organization, archived or not. */
    public Optional<Organization> findPersonal(UserId owner) {
        return entities.createQuery("select o from Organization o where o.ownerUserId = :owner", Organization.class)
                .setParameter("owner", owner.value())
                .getResultStream()
                .findFirst();
    }

    /** The user's membership in their own personal organization, unless that is archived. */
    public Optional<Member> findPersonalMember(UserId user) {
        return entities.createQuery(
                        "select m from Member m, Organization o where o.id = m.organizationId"
                                + " and o.ownerUserId = :user and m.userId = :user and o.archivedAt is null",
                        Member.class)
                .setParameter("user", user.value())
                .getResultStream()
                .findFirst();
    }

    /** Returns the user's organizations with the memberships, the oldest organization first, without archived ones. */
    public List<OrganizationMember> membershipsOf(UserId user) {
        return entities.createQuery(
                        "select o, m from Organization o, Member m where m.organizationId = o.id"
                                + " and m.userId = :user and o.archivedAt is null order by o.createdAt, o.id",
                        Object[].class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(row -> new OrganizationMember((Organization) row[0], (Member) row[1]))
                .toList();
    }

    /**
     * Returns false if the slug is taken, or the owner already has an organization. Blocks while another transaction is
     * inserting either.
     */
    public boolean insert(
            UUID id, String slug, String name, Visibility visibility, @Nullable UserId owner, Instant now) {
        String ownerValue = owner == null ? "null" : "?6";
        var statement = entities.createNativeQuery(
                        "insert into organization (id, slug, name, visibility, created_at, owner_user_id, version)"
                                + " values (?1, ?2, ?3, ?4, ?5, " + ownerValue + ", 1) on conflict do nothing")
                .setParameter(1, id)
                .setParameter(2, slug)
                .setParameter(3, name)
                .setParameter(4, visibility.name())
                .setParameter(5, now.atOffset(ZoneOffset.UTC));
        if (owner != null) {
            statement.setParameter(6, owner.value());
        }
        return statement.executeUpdate() == 1;
    }

    /**
     * Stores the identity provider's current email address of the user, in all memberships.
     *
     * @param email null if the user has no usable address
     * @return false if nothing changed
     */
    public boolean changeEmail(UserId user, @Nullable String email, boolean verified) {
        return entities.createNativeQuery("""
                                update member set email = nullif(?2, ''), email_verified = ?3, version = version + 1
                                where user_id = ?1 and (coalesce(email, '') <> ?2 or email_verified <> ?3)""")
                        .setParameter(1, user.value())
                        .setParameter(2, email == null ? "" : email)
                        .setParameter(3, email != null && verified)
                        .executeUpdate()
                > 0;
    }

    public void add(Member member) {
        entities.persist(member);
        entities.flush();
    }

    /** A member and the organization it belongs to. */
    public record OrganizationMember(Organization organization, Member member) {}
}
