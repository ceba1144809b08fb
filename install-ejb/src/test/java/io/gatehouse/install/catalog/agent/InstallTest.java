package io.gatehouse.install.catalog.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.contract.install.InstalledAgentView;
import io.gatehouse.contract.install.Mirrored;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.domain.agent.ItemKind;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class InstallTest {

    private final World world;

    InstallTest(TestDatabase database) {
        world = new World(database);
    }

    @Test
    void installingMirrorsTheItemsOfTheTemplate() {
        UserId user = world.newUser();

        Installed installed = (Installed) world.install(user);

        assertThat(installed.created()).isTrue();
        assertThat(installed.organizationId()).isEqualTo(world.organizationOf(user));
        assertThat(installed.templateSlug()).isEqualTo(world.templateSlug);
        assertThat(installed.mirrored()).isEqualTo(new Mirrored(1, 1, 1, 1));
        assertThat(items(user)).isEqualTo(4);
    }

    @Test
    void aSecondInstallCreatesNothingAndReportsIt() {
        UserId user = world.newUser();
        Installed first = (Installed) world.install(user);
        long events = events(user);

        Installed second = (Installed) world.install(user);

        assertThat(second.created()).isFalse();
        assertThat(second.agentId()).isEqualTo(first.agentId());
        assertThat(second.mirrored()).isEqualTo(first.mirrored());
        assertThat(items(user)).isEqualTo(4);
        assertThat(events(user)).isEqualTo(events);
    }

    @Test
    void aDoubleClickInstallsOnce() {
        UserId user = world.newUser();
        List<InstallResult> results = Crowd.of(12, number -> world.install(user));

        assertThat(results).filteredOn(result -> ((Installed) result).created()).hasSize(1);
        assertThat(items(user)).isEqualTo(4);
    }

    @Test
    void resyncUpdatesTheMirroredItems() {
        UserId user = world.newUser();
        Installed installed = (Installed) world.install(user);
        BlueprintItem added = world.item(world.publisherId, ItemKind.WATCHER, "second");
        world.database.run(em -> {
            em.createQuery("update BlueprintItem b set b.definition = '{\"new\":true}' where b.organizationId = :id"
                            + " and b.kind = :kind")
                    .setParameter("id", world.publisherId)
                    .setParameter("kind", ItemKind.ENTITY_TYPE)
                    .executeUpdate();
            em.createQuery("delete from BlueprintItem b where b.organizationId = :id and b.kind = :kind")
                    .setParameter("id", world.publisherId)
                    .setParameter("kind", ItemKind.EVENT_CLASSIFIER)
                    .executeUpdate();
        });

        Installed resynced = (Installed) world.beans.installs.resync(user, installed.agentId());

        assertThat(resynced.created()).isFalse();
        assertThat(resynced.mirrored()).isEqualTo(new Mirrored(1, 1, 0, 2));
        UUID organization = world.organizationOf(user);
        assertThat(world.count("blueprint_item", "organization_id = ?1 and slug = ?2", organization, added.slug()))
                .isEqualTo(1);
        assertThat(world.count("blueprint_item", "organization_id = ?1 and definition like '%new%'", organization))
                .isEqualTo(1);
        assertThat(world.count("blueprint_item", "organization_id = ?1 and kind = 'EVENT_CLASSIFIER'", organization))
                .isZero();
        assertThat(world.count("audit_event", "organization_id = ?1 and action = 'agent.resynced'", organization))
                .isEqualTo(1);
    }

    @Test
    void anItemOfTheUserIsNeverOverwritten() {
        UserId user = world.newUser();
        UUID organization = world.organizationOf(user);
        world.item(organization, ItemKind.ENTITY_TYPE, "first");

        assertThat(world.install(user)).isEqualTo(new InstallResult.SlugCollision("entity_type", "first"));
        assertThat(items(user)).isEqualTo(1);
        assertThat(world.count("agent", "organization_id = ?1", organization)).isZero();
        assertThat(events(user)).isZero();
    }

    @Test
    void anItemOfAnotherTemplateCollidesToo() {
        UserId user = world.newUser();
        World other = new World(world.database);
        other.install(user);

        assertThat(world.install(user)).isInstanceOf(InstallResult.SlugCollision.class);
    }

    @Test
    void installingReportsWhyATemplateIsNotInstallable() {
        UserId user = world.newUser();
        Installed installed = (Installed) world.install(user);
        UUID hidden = world.template(world.organization(Organization.shared(
                world.ids.next(), "hidden-" + World.number(), "Hidden", Visibility.PRIVATE, world.clock.instant())));
        UUID own = world.template(world.organizationOf(user));

        assertThat(install(user, installed.agentId().toString())).isInstanceOf(InstallResult.NotInstallable.class);
        assertThat(install(user, hidden.toString())).isInstanceOf(InstallResult.NotInstallable.class);
        assertThat(install(user, own.toString())).isInstanceOf(InstallResult.NotInstallable.class);
        assertThat(install(user, "nobody")).isInstanceOf(InstallResult.UnknownTemplate.class);
        assertThat(install(user, UUID.randomUUID().toString())).isInstanceOf(InstallResult.UnknownTemplate.class);
        assertThat(world.install(world.unknownUser())).isInstanceOf(InstallResult.NoPersonalOrganization.class);
    }

    @Test
    void anInvalidPhoneNumberDoesNotUndoTheInstall() {
        UserId user = world.newUser();

        Installed installed = (Installed)
                world.beans.installs.install(new InstallCommand(user, world.templateSlug, "My Penny", "12"));

        assertThat(installed.phone()).isEqualTo(new PhoneLink.InvalidPhone());
        assertThat(world.database.tx(() -> world.beans.installedAgents.find(user, installed.agentId())))
                .map(InstalledAgentView::name)
                .contains("My Penny");
    }

    @Test
    void aNumberVerifiedForAnotherUserBecomesPendingWithoutNotification() {
        String number = "7911" + World.number();
        String jid = "44" + number + "@s.whatsapp.net";
        ChatAnswer owners = world.says(jid, world.token(world.newUser()));

        UserId user = world.newUser();
        Installed installed = (Installed)
                world.beans.installs.install(new InstallCommand(user, world.templateSlug, null, "+44" + number));

        assertThat(installed.phone()).isEqualTo(new PhoneLink.Pending("+44" + number, jid, world.code(user), true));
        assertThat(world.route(jid).orElseThrow().agentId()).isEqualTo(owners.agentId());
        assertThat(world.says(jid, "Hello").agentId()).isEqualTo(owners.agentId());
    }

    @Test
    void removingDeletesTheMirrorAndKeepsTheItemsOfTheUser() {
        UserId user = world.newUser();
        Installed installed = (Installed) world.install(user);
        world.item(world.organizationOf(user), ItemKind.WATCHER, "mine");

        assertThat(world.beans.installedAgents.remove(user, installed.agentId()))
                .isTrue();

        assertThat(items(user)).isEqualTo(1);
        assertThat(world.beans.installedAgents.remove(user, installed.agentId()))
                .isFalse();
        assertThat(((Installed) world.install(user)).created()).isTrue();
    }

    @Test
    void theAgentOfAnotherUserIsNotFound() {
        UserId owner = world.newUser();
        UserId other = world.newUser();
        UUID agent = ((Installed) world.install(owner)).agentId();

        assertThat(world.beans.installedAgents.remove(other, agent)).isFalse();
        assertThat(world.beans.installs.resync(other, agent)).isInstanceOf(InstallResult.UnknownAgent.class);
        assertThat(world.database.tx(() -> world.beans.installedAgents.find(other, agent)))
                .isEmpty();
        assertThat(list(other, null).items()).isEmpty();
        assertThat(list(owner, null).items()).extracting(InstalledAgentView::id).containsExactly(agent);
    }

    @Test
    void installedAgentsAreListedInPagesNewestFirst() {
        UserId user = world.newUser();
        for (int i = 0; i < 3; i++) {
            World publisher = new World(world.database);
            world.database.run(em -> em.createQuery("delete from BlueprintItem b where b.organizationId = :id")
                    .setParameter("id", publisher.publisherId)
                    .executeUpdate());
            publisher.install(user);
        }

        Page<InstalledAgentView> first = list(user, null);
        Page<InstalledAgentView> second = list(user, first.nextCursor());

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
        assertThat(first.items().get(0).id().compareTo(second.items().get(0).id()))
                .isPositive();
    }

    private Page<InstalledAgentView> list(UserId user, @org.jspecify.annotations.Nullable String cursor) {
        return world.database.tx(() -> world.beans.installedAgents.list(user, new PageRequest(2, cursor)));
    }

    private InstallResult install(UserId user, String template) {
        return world.beans.installs.install(new InstallCommand(user, template, null, null));
    }

    private long items(UserId user) {
        return world.count("blueprint_item", "organization_id = ?1", world.organizationOf(user));
    }

    private long events(UserId user) {
        return world.count("audit_event", "organization_id = ?1", world.organizationOf(user));
    }
}
