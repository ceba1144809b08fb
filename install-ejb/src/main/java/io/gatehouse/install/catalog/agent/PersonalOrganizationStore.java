package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.install.catalog.agent.PersonalOrganizationLookup.Found;
import io.gatehouse.install.catalog.agent.PersonalOrganizationLookup.NoMember;
import io.gatehouse.install.catalog.agent.PersonalOrganizationLookup.NoOrganization;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and locks personal organizations. */
@Dependent
public class PersonalOrganizationStore {

    private final EntityManager entityManager;

    @Inject
    public PersonalOrganizationStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Returns the id of the user's personal organization, archived or not. */
    public Optional<UUID> idOf(UserId user) {
        return entityManager
                .createQuery("select o.id from Organization o where o.ownerUserId = :user", UUID.class)
                .setParameter("user", user.value())
                .getResultStream()
                .findFirst();
    }

    /** Locks the organization's row until the transaction ends. Blocks while another transaction holds the lock. */
    public PersonalOrganizationLookup lock(UserId user) {
        Optional<UUID> id = idOf(user);
        if (id.isEmpty()) {
            return new NoOrganization();
        }
        Organization organization = entityManager.find(Organization.class, id.get(), LockModeType.PESSIMISTIC_WRITE);
        if (organization == null || organization.isArchived()) {
            return new NoOrganization();
        }
        List<Member> members = entityManager
                .createQuery("select m from Member m where m.organizationId = :id and m.userId = :user", Member.class)
                .setParameter("id", organization.id())
                .setParameter("user", user.value())
                .getResultList();
        if (members.isEmpty()) {
            return new NoMember();
        }
        return new Found(new PersonalOrganization(
                organization.id(), organization.slug(), members.get(0).verifiedEmail()));
    }
}
