package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.domain.agent.ItemKind;
import io.gatehouse.domain.host.Binding;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The unique constraints that decide races refuse the second row, and a stale change is refused. */
@StoreTest
class DeciderTest {

    private final TestDatabase database;
    private final Ids ids = new Ids();
    private final Instant now = SetClock.some().instant();
    private final SignedInUser user =
            new SignedInUser("https://issuer.example", UUID.randomUUID().toString(), null, false, null);
    private final Organization organization = Organization.personal(ids.next(), unique(), "Ada", user.id(), now);
    private final Agent template = Agent.template(ids.next(), organization.id(), "Penny", "Helps", "{}", now);
    private final Agent registered =
            Agent.registered(ids.next(), organization.id(), "penny", unique(), "@" + unique(), null, now);
    private final Member member = new Member(ids.next(), organization.id(), user, Role.OWNER, now);
    private final Host host = new Host(ids.next(), organization.id(), unique(), now);

    DeciderTest(TestDatabase database) {
        this.database = database;
        List.of(organization, template, registered, member, host).forEach(this::persist);
    }

    @Test
    void anOrganizationSlugIsUnique() {
        onlyOneOf(
                "organization_slug_unique",
                Organization.shared(ids.next(), organization.slug(), "Other", Visibility.PUBLIC, now));
    }

    @Test
    void aUserHasOnePersonalOrganization() {
        onlyOneOf("organization_owner_unique", Organization.personal(ids.next(), unique(), "Other", user.id(), now));
    }

    @Test
    void aUserIsAMemberOnce() {
        onlyOneOf("member_user_unique", new Member(ids.next(), organization.id(), user, Role.ADMIN, now));
    }

    @Test
    void anAccountIsActiveForOneMember() {
        PlatformAccount account = new PlatformAccount(Namespace.WA_JID, unique(), unique());
        Identity first = new Identity(ids.next(), member.id(), member.user(), account, LinkSource.CLAIM, now);
        persist(first);

        onlyOneOf(
                "identity_active_unique",
                new Identity(ids.next(), member.id(), member.user(), account, LinkSource.CLAIM, now));

        database.run(em -> em.find(Identity.class, first.id()).unlink(UnlinkReason.REPLIED_NO, now));
        persist(new Identity(ids.next(), member.id(), member.user(), account, LinkSource.CLAIM, now));
    }

    @Test
    void aTemplateIsInstalledOnceInAnOrganization() {
        persist(Agent.installed(ids.next(), organization.id(), template.id(), null, now));

        onlyOneOf("agent_install_unique", Agent.installed(ids.next(), organization.id(), template.id(), null, now));
    }

    @Test
    void anAgentUserIdIsUnique() {
        onlyOneOf(
                "agent_user_id_unique",
                Agent.registered(
                        ids.next(), organization.id(), "other", unique(), registered.agentUserId() + "", null, now));
    }

    @Test
    void anAliasIsUniqueOnItsHost() {
        onlyOneOf(
                "agent_alias_unique",
                Agent.registered(
                        ids.next(), organization.id(), "penny", registered.host() + "", "@" + unique(), null, now));
    }

    @Test
    void anItemSlugIsUniqueForItsKind() {
        persist(BlueprintItem.own(ids.next(), organization.id(), ItemKind.WATCHER, "slug", "Item", "{}", now));
        persist(BlueprintItem.own(ids.next(), organization.id(), ItemKind.ENTITY_TYPE, "slug", "Item", "{}", now));

        onlyOneOf(
                "blueprint_item_slug_unique",
                BlueprintItem.own(ids.next(), organization.id(), ItemKind.WATCHER, "slug", "Item", "{}", now));
    }

    @Test
    void aHostNameIsUnique() {
        onlyOneOf("host_name_unique", new Host(ids.next(), organization.id(), host.name(), now));
    }

    @Test
    void anAgentHasOneBinding() {
        persist(new Binding(ids.next(), registered.id(), host.id(), 1, now));

        onlyOneOf("binding_agent_unique", new Binding(ids.next(), registered.id(), host.id(), 1, now));
    }

    @Test
    void aTokenHashIsUnique() {
        TokenHash hash = TokenHash.of(unique());
        persist(new HostToken(ids.next(), host.id(), hash, "abcd", Set.of(), now, null));
        persist(new AgentToken(ids.next(), registered.id(), hash, "abcd", Set.of(), now, null));

        onlyOneOf("host_token_hash_unique", new HostToken(ids.next(), host.id(), hash, "abcd", Set.of(), now, null));
        onlyOneOf(
                "agent_token_hash_unique",
                new AgentToken(ids.next(), registered.id(), hash, "abcd", Set.of(), now, null));
    }

    @Test
    void ofTwoConcurrentChangesOfARowTheSecondFails() {
        EntityManager first = database.entityManagerFactory().createEntityManager();
        EntityManager second = database.entityManagerFactory().createEntityManager();
        try {
            first.getTransaction().begin();
            second.getTransaction().begin();
            first.find(Agent.class, template.id()).rename("first");
            second.find(Agent.class, template.id()).rename("second");
            first.getTransaction().commit();

            assertThatThrownBy(() -> second.getTransaction().commit())
                    .isInstanceOf(RollbackException.class)
                    .hasCauseInstanceOf(OptimisticLockException.class);
        } finally {
            first.close();
            second.close();
        }
        Agent read = database.tx(em -> em.find(Agent.class, template.id()));
        assertThat(read.name()).isEqualTo("first");
    }

    @Test
    void laterIdsSortAfterEarlierOnes() {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            UUID id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            made.add(id);
        }

        assertThat(made.stream().map(id -> id.getMostSignificantBits() >>> 16).toList())
                .isSorted();
    }

    private void onlyOneOf(String constraint, Object second) {
        assertThatThrownBy(() -> persist(second))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining(constraint);
    }

    private void persist(Object entity) {
        database.run(em -> em.persist(entity));
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
