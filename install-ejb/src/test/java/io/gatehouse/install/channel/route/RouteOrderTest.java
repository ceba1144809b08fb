package io.gatehouse.install.channel.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class RouteOrderTest {

    private final World world;

    RouteOrderTest(TestDatabase database) {
        world = new World(database);
    }

    @Test
    void theMembersOwnOrganizationComesFirstThenTheNewestMembership() {
        UserId user = world.newUser();
        String phone = World.newPhone();
        world.says(phone, world.token(user));
        UUID own = routed(phone);
        UUID older = shared();
        UUID newer = shared();
        world.join(user, newer, world.clock.instant().plus(Duration.ofDays(2)));
        world.join(user, older, world.clock.instant().plus(Duration.ofDays(1)));
        UUID inOlder = world.installIn(older);
        UUID inNewer = world.installIn(newer);

        assertThat(own).isNotEqualTo(inNewer);
        assertThat(routed(phone)).isEqualTo(own);
        world.beans.installedAgents.remove(user, own);
        assertThat(routed(phone)).isEqualTo(inNewer);
        archive(newer);
        assertThat(routed(phone)).isEqualTo(inOlder);
    }

    @Test
    void everyWrittenFormOfAnAccountHasTheSameRoute() {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));
        UUID agent = routed(phone);

        assertThat(routed(phone.replace("@", ":12@"))).isEqualTo(agent);
        assertThat(routed(phone.replace("s.whatsapp.net", "c.us"))).isEqualTo(agent);
        assertThat(world.route(phone.replace("s.whatsapp.net", "lid"))).isEmpty();
    }

    @Test
    void anAgentOfAnotherTemplateIsNoRoute() {
        World other = new World(world.database);
        String phone = World.newPhone();
        other.says(phone, other.token(other.newUser()));

        assertThat(other.route(phone)).isPresent();
        assertThat(world.route(phone)).isEmpty();
    }

    @Test
    void anotherTenantsAgentIsNoRoute() {
        World other = new World(world.database);
        String phone = World.newPhone();
        other.says(phone, other.token(other.newUser()));
        Installed elsewhere = (Installed) world.install(world.newUser());

        assertThat(world.route(phone).map(route -> route.agentId().equals(elsewhere.agentId())))
                .isEmpty();
    }

    private UUID routed(String phone) {
        return world.route(phone).orElseThrow().agentId();
    }

    private UUID shared() {
        return world.organization(Organization.shared(
                world.ids.next(), "shared-" + World.number(), "Shared", Visibility.PRIVATE, world.clock.instant()));
    }

    private void archive(UUID organization) {
        world.database.run(em -> em.createNativeQuery("update organization set archived_at = created_at where id = ?1")
                .setParameter(1, organization)
                .executeUpdate());
    }
}
