package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.domain.agent.ItemKind;
import io.gatehouse.domain.claim.PendingClaim;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.domain.host.Binding;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.domain.session.EndedSession;
import io.gatehouse.domain.signature.HostSigningKey;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every entity is read back as it was written, including null values. */
@StoreTest
class EntityMappingTest {

    private final TestDatabase database;
    private final Ids ids = new Ids();
    private final Instant now = SetClock.some().instant();

    EntityMappingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void everyEntityIsReadBackAsItWasWritten() {
        SignedInUser user =
                new SignedInUser("https://issuer.example", ids.next().toString(), null, false, null);
        Organization organization = Organization.personal(ids.next(), slug(), "Ada", user.id(), now);
        Organization publisher = Organization.shared(ids.next(), slug(), "Publisher", Visibility.PUBLIC, now);
        Member member = new Member(ids.next(), organization.id(), user, Role.OWNER, now);
        Identity typed = new Identity(ids.next(), member.id(), member.user(), account("typed"), LinkSource.FORM, now);
        Identity proved =
                new Identity(ids.next(), member.id(), member.user(), account("proved"), LinkSource.CLAIM, now);
        Agent template = Agent.template(ids.next(), publisher.id(), "Penny", "Helps", "{}", now);
        Agent installed = Agent.installed(ids.next(), organization.id(), template.id(), null, now);
        Agent registered = Agent.registered(
                ids.next(), publisher.id(), "penny", slug(), "@agent-" + ids.next() + ":example", null, now);
        BlueprintItem item = BlueprintItem.own(ids.next(), publisher.id(), ItemKind.WATCHER, slug(), "Item", "{}", now);
        BlueprintItem mirror = item.mirror(ids.next(), organization.id(), template.id(), now);
        Host host = new Host(ids.next(), publisher.id(), slug(), now);
        Binding binding = new Binding(ids.next(), registered.id(), host.id(), 1, now);
        HostToken hostToken =
                new HostToken(ids.next(), host.id(), TokenHash.of(slug()), "abcd", Set.of("b", "a"), now, null);
        AgentToken agentToken =
                new AgentToken(ids.next(), registered.id(), TokenHash.of(slug()), "abcd", Set.of(), now, now);
        HostSigningKey signingKey =
                new HostSigningKey(ids.next(), host.id(), new byte[] {1, 2}, "abcd", Set.of("b", "a"), now, null);
        Connection connection =
                new Connection(ids.next(), publisher.id(), Platform.TELEGRAM, template.id(), "Bot", null, now);
        PendingClaim pending =
                new PendingClaim(ids.next(), slug(), template.id(), slug(), "oken", user.id(), template.id(), now);
        pending.decline(now);
        EndedSession ended = new EndedSession(ids.next(), now);

        List.of(organization, publisher).forEach(this::persist);
        List.of(member, template, host).forEach(this::persist);
        List.of(typed, proved, installed, registered, item, mirror).forEach(this::persist);
        List.of(binding, hostToken, agentToken, signingKey, connection, pending, ended)
                .forEach(this::persist);

        assertThat(read(Organization.class, organization.id()))
                .usingRecursiveComparison()
                .isEqualTo(organization);
        assertThat(read(Organization.class, publisher.id()))
                .usingRecursiveComparison()
                .isEqualTo(publisher);
        assertThat(read(Member.class, member.id())).usingRecursiveComparison().isEqualTo(member);
        assertThat(read(Identity.class, typed.id())).usingRecursiveComparison().isEqualTo(typed);
        assertThat(read(Identity.class, proved.id())).usingRecursiveComparison().isEqualTo(proved);
        assertThat(read(Agent.class, template.id())).usingRecursiveComparison().isEqualTo(template);
        assertThat(read(Agent.class, installed.id())).usingRecursiveComparison().isEqualTo(installed);
        assertThat(read(Agent.class, registered.id()))
                .usingRecursiveComparison()
                .isEqualTo(registered);
        assertThat(read(BlueprintItem.class, item.id()))
                .usingRecursiveComparison()
                .isEqualTo(item);
        assertThat(read(BlueprintItem.class, mirror.id()))
                .usingRecursiveComparison()
                .isEqualTo(mirror);
        assertThat(read(Host.class, host.id())).usingRecursiveComparison().isEqualTo(host);
        assertThat(read(Binding.class, binding.id())).usingRecursiveComparison().isEqualTo(binding);
        assertThat(read(HostToken.class, hostToken.id()))
                .usingRecursiveComparison()
                .isEqualTo(hostToken);
        assertThat(read(AgentToken.class, agentToken.id()))
                .usingRecursiveComparison()
                .isEqualTo(agentToken);
        assertThat(read(EndedSession.class, ended.sessionId()))
                .usingRecursiveComparison()
                .isEqualTo(ended);
        assertThat(read(HostSigningKey.class, signingKey.id()))
                .usingRecursiveComparison()
                .isEqualTo(signingKey);
        assertThat(read(Connection.class, connection.id()))
                .usingRecursiveComparison()
                .isEqualTo(connection);
        PendingClaim pendingRead = database.tx(em -> em.createQuery("select p from PendingClaim p", PendingClaim.class)
                .getSingleResult());
        assertThat(pendingRead).usingRecursiveComparison().isEqualTo(pending);
    }

    @Test
    void aValueCanBecomeNull() {
        SignedInUser user =
                new SignedInUser("https://issuer.example", ids.next().toString(), "a@b", true, "Ada");
        Organization organization = Organization.personal(ids.next(), slug(), "Ada", user.id(), now);
        Member member = new Member(ids.next(), organization.id(), user, Role.OWNER, now);
        Identity identity =
                new Identity(ids.next(), member.id(), member.user(), account("ended"), LinkSource.CLAIM, now);
        List.of(organization, member, identity).forEach(this::persist);

        database.run(em -> em.find(Identity.class, identity.id()).unlink(UnlinkReason.REPLIED_NO, now));

        assertThat(read(Identity.class, identity.id()).isActive()).isFalse();
    }

    @Test
    void idsAndTimesWorkAsQueryParameters() {
        Host host = new Host(
                ids.next(),
                persisted(Organization.shared(ids.next(), slug(), "O", Visibility.PUBLIC, now)),
                slug(),
                now);
        persist(host);

        List<Host> found = database.tx(
                em -> em.createQuery("select h from Host h where h.id = :id and h.createdAt = :now", Host.class)
                        .setParameter("id", host.id())
                        .setParameter("now", now)
                        .getResultList());
        assertThat(found).hasSize(1);
    }

    private UUID persisted(Organization organization) {
        persist(organization);
        return organization.id();
    }

    private PlatformAccount account(String name) {
        String identifier = name + ids.next() + "@s.whatsapp.net";
        return new PlatformAccount(Namespace.WA_JID, identifier, identifier);
    }

    private String slug() {
        return ids.next().toString();
    }

    private void persist(Object entity) {
        database.run(em -> em.persist(entity));
    }

    private <T> T read(Class<T> type, UUID id) {
        return database.tx(em -> em.find(type, id));
    }
}
