package io.gatehouse.install.catalog.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.install.InstallTokenMint;
import io.gatehouse.contract.install.MintResult;
import io.gatehouse.contract.install.MintResult.DeepLink;
import io.gatehouse.contract.install.MintResult.Minted;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class MintTest {

    private final World world;
    private final InstallTokenMint mint;

    MintTest(TestDatabase database) {
        world = new World(database);
        mint = new InstallTokenMintBean(world.beans.templates, world.beans.tokens, Settings.of(Map.of()));
    }

    @Test
    void eachConnectionGetsALinkWithTheTokenInItsPlatformsForm() {
        connect(Platform.WHATSAPP, "+44 20 7946 0000");
        connect(Platform.TELEGRAM, "@penny_bot");
        connect(Platform.MATRIX, null);

        Minted minted = mint(world.newUser(), null);

        assertThat(minted.token()).startsWith("install:");
        assertThat(minted.timeToLive()).isEqualTo(Duration.ofMinutes(15));
        assertThat(minted.links()).extracting(DeepLink::platform).containsExactly("whatsapp", "telegram");
        assertThat(minted.links().get(0).url())
                .isEqualTo("https://wa.me/442079460000?text=" + minted.token().replace(":", "%3A"));
        assertThat(minted.links().get(1).url()).matches("https://t\\.me/penny_bot\\?start=[A-Za-z0-9_-]{64}");
        assertThat(minted.toString()).doesNotContain(minted.token());
    }

    @Test
    void eitherFormInstallsAndSpendsTheOther() {
        connect(Platform.TELEGRAM, "penny_bot");
        Minted minted = mint(world.newUser(), "telegram");
        String compact = minted.links().get(0).url().replaceAll(".*start=", "");

        assertThat(world.says(World.newPhone(), "/start " + compact).outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(world.says(World.newPhone(), minted.token()).outcome()).isEqualTo(ChatOutcome.TOKEN_USED);
    }

    @Test
    void aConnectionServesItsTemplate() {
        Connection connection = connect(Platform.WHATSAPP, "442079460000");

        assertThat(servedBy(connection.id())).map(Template::agentId).contains(world.templateId);
        assertThat(servedBy(world.ids.next())).isEmpty();
    }

    @Test
    void unknownTemplatesAndPlatformsAreRefused() {
        UserId user = world.newUser();

        assertThat(mint.mint(user, "nobody", null)).isInstanceOf(MintResult.UnknownTemplate.class);
        assertThat(mint.mint(user, "no\0body", null)).isInstanceOf(MintResult.UnknownTemplate.class);
        assertThat(mint.mint(user, world.templateSlug, "pigeon")).isEqualTo(new MintResult.UnknownPlatform("pigeon"));
    }

    private Optional<Template> servedBy(UUID connectionId) {
        return world.database.tx(() -> world.beans.templates.serving(null, connectionId));
    }

    private Minted mint(UserId user, @Nullable String platform) {
        return (Minted) mint.mint(user, world.templateSlug, platform);
    }

    private Connection connect(Platform platform, @Nullable String address) {
        Connection connection = new Connection(
                world.ids.next(),
                world.publisherId,
                platform,
                world.templateId,
                platform.wireName(),
                address,
                world.clock.instant());
        world.database.run(em -> em.persist(connection));
        return connection;
    }
}
