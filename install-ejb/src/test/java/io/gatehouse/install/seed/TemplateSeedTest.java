package io.gatehouse.install.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.contract.install.Mirrored;
import io.gatehouse.install.template.ManifestsBean;
import io.gatehouse.install.template.TemplateStore;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@StoreTest
class TemplateSeedTest {

    private final World world;
    private final SeedDocument document = SeedDocument.read("personal-finance.json");

    TemplateSeedTest(TestDatabase database) {
        world = new World(database);
    }

    @Test
    void ofManyNodesThatStartAtOnceOnePublishes() {
        List<Boolean> published = Crowd.of(8, number -> world.beans.transactions.call(() -> seed().publish(document)));

        assertThat(published.stream().filter(it -> it).count()).isLessThanOrEqualTo(1);
        assertThat(world.beans.transactions.call(() -> seed().publish(document)))
                .isFalse();
        assertThat(world.count("organization", "slug = 'personal-finance'")).isEqualTo(1);
        Installed installed = (Installed)
                world.beans.installs.install(new InstallCommand(world.newUser(), "personal-finance", null, null));
        assertThat(installed.mirrored()).isEqualTo(new Mirrored(5, 4, 3, 4));
    }

    @Test
    void theManifestTellsWhatItBrings() {
        world.beans.transactions.call(() -> seed().publish(document));

        var manifest = world.database
                .tx(() -> new ManifestsBean(new TemplateStore(world.database.entityManager())).find("personal-finance"))
                .orElseThrow();

        assertThat(manifest.name()).isEqualTo("Penny");
        assertThat(manifest.brings()).hasSize(16);
        assertThat(manifest.channels()).isEmpty();
    }

    private TemplateSeed seed() {
        return new TemplateSeed(
                new SeedStore(world.database.entityManager()), world.beans.audit, world.ids, world.clock);
    }
}
