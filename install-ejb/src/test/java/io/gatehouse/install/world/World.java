package io.gatehouse.install.world;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.domain.agent.ItemKind;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A deployment with one template and its users. */
public final class World {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

    public final TestDatabase database;
    public final SetClock clock = SetClock.some();
    public final Ids ids = new Ids();
    public final Settings settings;
    public final Wiring beans;
    public final UUID publisherId;
    public final String templateSlug;
    public final UUID templateId;

    /** Runs before every link; a test may make it throw. */
    public volatile Runnable beforeLinking = () -> {};

    public World(TestDatabase database) {
        this(database, Map.of());
    }

    public World(TestDatabase database, Map<String, String> settings) {
        this.database = database;
        Map<String, String> all = new HashMap<>(Map.of(
                "gatehouse.encryption.key",
                Base64.getEncoder().encodeToString(new byte[32]),
                "gatehouse.public-url",
                "https://gatehouse.example"));
        all.putAll(settings);
        this.settings = Settings.of(all);
        this.beans = new Wiring(database, this.settings, clock, ids, () -> beforeLinking.run());
        this.templateSlug = "publisher-" + number();
        this.publisherId = organization(
                Organization.shared(ids.next(), templateSlug, "Publisher", Visibility.PUBLIC, clock.instant()));
        this.templateId = template(publisherId);
        for (ItemKind kind : ItemKind.values()) {
            item(publisherId, kind, "first");
        }
    }

    public static int number() {
        return NUMBERS.incrementAndGet();
    }

    /** A user who has signed in. */
    public UserId newUser() {
        SignedInUser user = user();
        UUID organization = organization(
                Organization.personal(ids.next(), "personal-" + number(), "Personal", user.id(), clock.instant()));
        join(user, organization);
        return user.id();
    }

    /** A user who has never signed in. */
    public UserId unknownUser() {
        return user().id();
    }

    private static SignedInUser user() {
        int number = number();
        return new SignedInUser(
                "https://issuer.example", "subject-" + number, "alice" + number + "@example.com", true, null);
    }

    public void join(UserId userId, UUID organization, Instant at) {
        database.run(em -> {
            Member member = em.createQuery("select m from Member m where m.userId = :user", Member.class)
                    .setParameter("user", userId.value())
                    .setMaxResults(1)
                    .getSingleResult();
            em.createNativeQuery("""
                            insert into member (id, organization_id, user_id, issuer, subject, role, created_at, version)
                            select ?1, ?2, user_id, issuer, subject, 'MEMBER', ?3, 1 from member where id = ?4""")
                    .setParameter(1, ids.next())
                    .setParameter(2, organization)
                    .setParameter(3, at.atOffset(java.time.ZoneOffset.UTC))
                    .setParameter(4, member.id())
                    .executeUpdate();
        });
    }

    /** A user with a role in an organization, in addition to the personal one. */
    public UserId memberOf(UUID organization, Role role) {
        UserId user = newUser();
        join(user, organization, clock.instant());
        database.run(em -> em.createQuery("update Member m set m.role = :role where m.userId = :user"
                        + " and m.organizationId = :organization")
                .setParameter("role", role)
                .setParameter("user", user.value())
                .setParameter("organization", organization)
                .executeUpdate());
        return user;
    }

    private void join(SignedInUser user, UUID organization) {
        database.run(em -> em.persist(new Member(ids.next(), organization, user, Role.OWNER, clock.instant())));
    }

    public UUID organization(Organization organization) {
        database.run(em -> em.persist(organization));
        return organization.id();
    }

    public UUID organizationOf(UserId user) {
        return database.tx(() -> beans.organizations.idOf(user).orElseThrow());
    }

    public UUID template(UUID publisher) {
        UUID id = ids.next();
        database.run(em -> em.persist(Agent.template(id, publisher, "Penny", "Counts", "{}", clock.instant())));
        return id;
    }

    /** Installs the template in a shared organization. */
    public UUID installIn(UUID organization) {
        UUID id = ids.next();
        database.run(em -> em.persist(Agent.installed(id, organization, templateId, null, clock.instant())));
        return id;
    }

    public BlueprintItem item(UUID organization, ItemKind kind, String slug) {
        BlueprintItem item =
                BlueprintItem.own(ids.next(), organization, kind, slug, "Name of " + slug, "{}", clock.instant());
        database.run(em -> em.persist(item));
        return item;
    }

    /** Mints a token, in its long form. */
    public String token(UserId user) {
        return beans.tokens.mint(user, templateId).longForm();
    }

    /** The digits that the user's page shows next to the entered number. */
    public String code(UserId user) {
        return database.tx(em -> beans.codes.of(em.createQuery(
                        "select i.id from Identity i where i.userId = :user and i.pendingKey is not null", UUID.class)
                .setParameter("user", user.value())
                .getSingleResult()));
    }

    /** A WhatsApp account that is not used elsewhere. */
    public static String newPhone() {
        return "447911" + number() + "@s.whatsapp.net";
    }

    /** A WhatsApp identity that hides its number. */
    public static String newLid() {
        return "1234567890" + number() + "@lid";
    }

    public ChatAnswer says(String sender, String text) {
        return says(sender, text, "message-" + number());
    }

    public ChatAnswer says(String sender, String text, String messageId) {
        return beans.chat.receive(
                new ChatMessage("whatsapp", sender, List.of(), templateSlug, null, messageId, text, null));
    }

    public ChatAnswer saysWithAlias(String sender, String namespace, String alias, String text) {
        return beans.chat.receive(new ChatMessage(
                "whatsapp",
                sender,
                List.of(new ChatMessage.Alias(namespace, alias)),
                templateSlug,
                null,
                "message-" + number(),
                text,
                null));
    }

    public Optional<ChatRoute> route(String sender) {
        return database.tx(() -> beans.routes.find("whatsapp", sender, templateSlug));
    }

    public InstallResult install(UserId user) {
        return beans.installs.install(new InstallCommand(user, templateSlug, null, null));
    }

    public NewTransaction newTransaction() {
        return Wiring.newTransaction(database);
    }

    public IdentityLinks links() {
        return beans.links;
    }

    /** Counts the rows of a table that satisfy a condition. */
    public long count(String table, String condition, Object... parameters) {
        return database.tx(em -> {
            var query = em.createNativeQuery("select count(*) from " + table + " where " + condition);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return ((Number) query.getSingleResult()).longValue();
        });
    }
}
