package io.gatehouse.install.channel.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.ConnectionChange;
import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.connection.ConnectionResult;
import io.gatehouse.contract.connection.ConnectionResult.Done;
import io.gatehouse.contract.connection.ConnectionResult.Fault;
import io.gatehouse.contract.connection.ConnectionResult.Invalid;
import io.gatehouse.contract.connection.ConnectionResult.Unknown;
import io.gatehouse.contract.connection.ConnectionResult.UnknownTemplate;
import io.gatehouse.contract.connection.ConnectionView;
import io.gatehouse.contract.connection.NewConnection;
import io.gatehouse.contract.install.MintResult.DeepLink;
import io.gatehouse.contract.install.MintResult.Minted;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.install.catalog.template.InstallTokenMintBean;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class ConnectionsTest {

    private static final Map<String, String> WHATSAPP = Map.of(
            "displayNumber", "+44 7911 123456",
            "phoneNumberId", "106540352242922",
            "appSecret", "0123456789abcdef0123456789abcdef",
            "accessToken", "EAAJB-an-access-token-of-WhatsApp-wxyz",
            "verifyToken", "a-verify-token-of-ours");
    private static final Map<String, String> TELEGRAM = Map.of(
            "botUsername",
            "@PennyBot",
            "botToken",
            "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
            "secretToken",
            "s3cret_s3cret-s3cret");
    private static final Map<String, String> SLACK = Map.of(
            "appId",
            "A012AB3C4",
            "signingSecret",
            "8f742231b10e8888abcd99yyyzzz85a5",
            "botToken",
            "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy");

    private final World world;
    private final TestConnections beans;
    private final Administrator operator;

    ConnectionsTest(TestDatabase database) {
        this.world = new World(database);
        this.beans = new TestConnections(world);
        this.operator = new Administrator(world.newUser(), true);
    }

    @Test
    void aConnectionIsCreatedAndShownWithoutItsSecrets() {
        ConnectionView made = made(operator, "whatsapp", WHATSAPP);

        assertThat(made.webhookUrl()).isEqualTo("https://gatehouse.example/api/webhooks/whatsapp/" + made.id());
        assertThat(made.enabled()).isTrue();
        assertThat(made.templateAgentId()).isEqualTo(world.templateId);
        assertThat(made.organizationId()).isEqualTo(world.publisherId);
        assertThat(made.settings())
                .containsEntry("displayNumber", "+44 7911 123456")
                .containsEntry("phoneNumberId", "106540352242922")
                .containsEntry("appSecret", "…cdef")
                .containsEntry("accessToken", "…wxyz")
                .containsEntry("verifyToken", "…ours");
        assertThat(beans.connections.find(operator, made.id())).contains(made);
    }

    @Test
    void secretsAreStoredEncryptedAndCanBeDecrypted() {
        ConnectionView made = made(operator, "telegram", TELEGRAM);

        assertThat(beans.open.find(made.id()).orElseThrow().setting(SettingField.TELEGRAM_BOT_TOKEN))
                .isEqualTo("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw");
        String row = world.database.tx(em -> String.valueOf(em.createNativeQuery(
                        "select concat(public_settings, ' ', cast(sealed_settings as varchar(4000))) from connection"
                                + " where id = ?1")
                .setParameter(1, made.id())
                .getSingleResult()));
        assertThat(row).contains("PennyBot").doesNotContain("AAHdqTcv").doesNotContain("s3cret_s3cret");
        assertThat(beans.open.find(made.id()).orElseThrow().toString()).doesNotContain("AAHdqTcv");
        assertThat(new NewConnection("telegram", "t", "Bot", null, null, TELEGRAM).toString())
                .doesNotContain("AAHdqTcv");
    }

    @Test
    void allFaultsAreReportedTogetherWithTheirFields() {
        Map<String, String> settings = new HashMap<>(WHATSAPP);
        settings.put("displayNumber", "call me");
        settings.put("phoneNumberId", "12a");
        settings.remove("appSecret");
        settings.put("accessToken", "with blank");

        ConnectionResult result = beans.connections.create(
                operator, new NewConnection("whatsapp", world.templateSlug, " ", "tlh", "ftp://x", settings));

        assertThat(((Invalid) result).faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "name",
                        "language",
                        "apiBaseUrl",
                        "settings/displayNumber",
                        "settings/phoneNumberId",
                        "settings/appSecret",
                        "settings/accessToken");
        assertThat(beans.connections.create(
                        operator, new NewConnection("icq", world.templateSlug, "ICQ", null, null, Map.of())))
                .isEqualTo(new Invalid(List.of(new Fault("platform", "must be whatsapp, telegram, slack or matrix"))));
    }

    @Test
    void aSettingThatCouldNotBeUsedIsRefusedWhenItIsEntered() {
        assertThat(faultsOf("whatsapp", WHATSAPP, "displayNumber", "+1      2"))
                .containsExactly("settings/displayNumber");
        assertThat(faultsOf("whatsapp", WHATSAPP, "displayNumber", "+1234567890123456"))
                .containsExactly("settings/displayNumber");
        assertThat(faultsOf("matrix", Map.of(), "roomId", "!" + "ü".repeat(200) + ":x"))
                .containsExactly("settings/roomId");
        assertThat(faultsOf("whatsapp", WHATSAPP, "accessToken", "a\nb")).containsExactly("settings/accessToken");
        assertThat(faultsOf("slack", SLACK, "botToken", "xoxb-ü")).containsExactly("settings/botToken");
        assertThat(faultsOf("telegram", TELEGRAM, "botToken", "1:a/../b")).containsExactly("settings/botToken");
    }

    private List<String> faultsOf(String platform, Map<String, String> settings, String name, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(name, value);
        ConnectionResult result = beans.connections.create(
                operator, new NewConnection(platform, world.templateSlug, "Odd", null, null, changed));
        return ((Invalid) result).faults().stream().map(Fault::field).toList();
    }

    @Test
    void settingsOfAnotherPlatformAreIgnored() {
        ConnectionResult result = beans.connections.create(
                operator, new NewConnection("slack", world.templateSlug, "Slack", null, null, TELEGRAM));

        assertThat(((Invalid) result).faults()).extracting(Fault::field).containsExactly("settings/signingSecret");
    }

    @Test
    void productionRequiresAPublicApiAddressAndLongKeys() {
        Map<String, String> settings = Map.of(
                "gatehouse.mode",
                "production",
                "gatehouse.encryption.key",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        TestConnections production = new TestConnections(world, Settings.of(settings), connection -> {
            throw new AssertionError("the platform must not be called");
        });
        Map<String, String> weak = new HashMap<>(TELEGRAM);
        weak.put("secretToken", "short");

        ConnectionResult result = production.connections.create(
                operator,
                new NewConnection("telegram", world.templateSlug, "Bot", null, "https://169.254.169.254", weak));

        assertThat(((Invalid) result).faults())
                .containsExactlyInAnyOrder(
                        new Fault("apiBaseUrl", "must be no internal address"),
                        new Fault("settings/secretToken", "must have at least 16 characters"));
    }

    @Test
    void changingOneSecretKeepsTheOthers() {
        ConnectionView made = made(operator, "slack", SLACK);
        assertThat(beans.open.find(made.id())).isPresent();

        ConnectionResult result = beans.connections.change(
                operator,
                made.id(),
                new ConnectionChange(
                        "Renamed",
                        "de",
                        null,
                        false,
                        Map.of("signingSecret", "another-signing-secret-0000", "x", "y")));

        ConnectionView changed = ((Done) result).connection();
        assertThat(changed.name()).isEqualTo("Renamed");
        assertThat(changed.language()).isEqualTo("de");
        assertThat(changed.enabled()).isFalse();
        assertThat(changed.settings())
                .containsEntry("signingSecret", "…0000")
                .containsEntry("botToken", "…qqgy")
                .doesNotContainKey("x");
        OpenConnection open = beans.open.find(made.id()).orElseThrow();
        assertThat(open.setting(SettingField.SIGNING_SECRET)).isEqualTo("another-signing-secret-0000");
        assertThat(open.enabled()).isFalse();
        assertThat(world.count(
                        "audit_event",
                        "subject = ?1 and action = 'connection.changed' and details like ?2 and details not like ?3",
                        "connection:" + made.id(),
                        "%enabled language name settings/signingSecret%",
                        "%0000%"))
                .isEqualTo(1);
    }

    @Test
    void aConnectionWithLostSecretsIsShownAsBrokenUntilAllAreEnteredAgain() {
        ConnectionView made = made(operator, "slack", SLACK);
        TestConnections after = new TestConnections(
                world,
                Settings.of(Map.of(
                        "gatehouse.encryption.key",
                        Base64.getEncoder()
                                .encodeToString(
                                        "another key of exactly 32 bytes!".getBytes(StandardCharsets.US_ASCII)))),
                connection -> new ConnectionCheck(List.of()));

        assertThat(made.broken()).isFalse();
        assertThat(after.connections.find(operator, made.id()).orElseThrow().broken())
                .isTrue();
        ConnectionCheck check = after.connections.check(operator, made.id()).orElseThrow();
        assertThat(check.works()).isFalse();
        assertThat(check.findings().get(0).detail()).contains("encryption key", "set all secrets");
        ConnectionResult renamed = after.connections.change(
                operator, made.id(), new ConnectionChange("Renamed", null, null, null, Map.of()));
        assertThat(((Invalid) renamed).faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("settings/signingSecret", "settings/botToken");

        Map<String, String> secrets = new HashMap<>(SLACK);
        secrets.remove("appId");
        ConnectionView repaired = ((Done) after.connections.change(
                        operator, made.id(), new ConnectionChange(null, null, null, null, secrets)))
                .connection();

        assertThat(repaired.broken()).isFalse();
        assertThat(repaired.settings()).containsEntry("appId", "A012AB3C4").containsEntry("botToken", "…qqgy");
        assertThat(after.open.find(made.id()).orElseThrow().setting(SettingField.SIGNING_SECRET))
                .isEqualTo("8f742231b10e8888abcd99yyyzzz85a5");
        assertThat(after.connections.check(operator, made.id()).orElseThrow().works())
                .isTrue();
    }

    @Test
    void aConnectionWithAlteredSecretsIsRepairedTheSameWay() {
        ConnectionView made = made(operator, "slack", SLACK);
        world.database.run(em -> em.createNativeQuery("update connection set sealed_settings ="
                        + " (select sealed_settings from connection where id = ?2) where id = ?1")
                .setParameter(1, made.id())
                .setParameter(2, made(operator, "slack", SLACK).id())
                .executeUpdate());
        ConnectionChange renaming = new ConnectionChange("Renamed", null, null, null, Map.of());
        ConnectionChange secrets = new ConnectionChange(null, null, null, null, SLACK);

        assertThat(beans.connections.find(operator, made.id()).orElseThrow().broken())
                .isTrue();
        assertThat(beans.connections.check(operator, made.id()).orElseThrow().works())
                .isFalse();
        assertThat(beans.connections.change(operator, made.id(), renaming)).isInstanceOf(Invalid.class);
        assertThat(beans.connections.change(operator, made.id(), secrets)).isInstanceOf(Done.class);
        assertThat(beans.open.find(made.id())).isPresent();
    }

    @Test
    void anInvalidChangeChangesNothing() {
        ConnectionView made = made(operator, "slack", SLACK);

        ConnectionResult result = beans.connections.change(
                operator, made.id(), new ConnectionChange(null, null, null, false, Map.of("botToken", "")));

        assertThat(((Invalid) result).faults()).extracting(Fault::field).containsExactly("settings/botToken");
        assertThat(beans.connections.find(operator, made.id())).contains(made);
    }

    @Test
    void administratorsOfAnOrganizationAccessOnlyItsConnections() {
        UUID elsewhere = world.organization(Organization.shared(
                world.ids.next(),
                "elsewhere-" + World.number(),
                "Elsewhere",
                Visibility.PUBLIC,
                world.clock.instant()));
        Administrator here = administrator(world.memberOf(world.publisherId, Role.ADMIN));
        Administrator there = administrator(world.memberOf(elsewhere, Role.OWNER));
        Administrator member = administrator(world.memberOf(world.publisherId, Role.MEMBER));
        ConnectionView made = made(here, "telegram", TELEGRAM);

        assertThat(beans.connections.find(here, made.id())).contains(made);
        assertThat(beans.connections.list(here, new PageRequest(50, null)).items())
                .contains(made);
        for (Administrator other : List.of(there, member, administrator(world.newUser()))) {
            assertThat(beans.connections.find(other, made.id())).isEmpty();
            assertThat(beans.connections.list(other, new PageRequest(50, null)).items())
                    .isEmpty();
            assertThat(beans.connections.change(
                            other, made.id(), new ConnectionChange(null, null, null, false, Map.of())))
                    .isEqualTo(new Unknown());
            assertThat(beans.connections.check(other, made.id())).isEmpty();
            assertThat(beans.connections.remove(other, made.id())).isFalse();
            assertThat(beans.connections.create(
                            other,
                            new NewConnection("telegram", world.templateId.toString(), "Bot", null, null, TELEGRAM)))
                    .isEqualTo(new UnknownTemplate());
        }
        assertThat(beans.connections.find(here, made.id())).contains(made);
    }

    @Test
    void pagesAreOrderedNewestFirst() {
        List<UUID> made = List.of(
                made(operator, "telegram", TELEGRAM).id(),
                made(operator, "telegram", TELEGRAM).id(),
                made(operator, "telegram", TELEGRAM).id());

        Page<ConnectionView> first = beans.connections.list(operator, new PageRequest(2, null));
        Page<ConnectionView> second = beans.connections.list(operator, new PageRequest(1, first.nextCursor()));

        assertThat(first.items()).extracting(ConnectionView::id).containsExactly(made.get(2), made.get(1));
        assertThat(second.items()).extracting(ConnectionView::id).containsExactly(made.get(0));
    }

    @Test
    void aRemovedConnectionIsNotFound() {
        ConnectionView made = made(operator, "telegram", TELEGRAM);

        assertThat(beans.connections.remove(operator, made.id())).isTrue();
        assertThat(beans.connections.remove(operator, made.id())).isFalse();
        assertThat(beans.open.find(made.id())).isEmpty();
        assertThat(world.count(
                        "audit_event",
                        "subject = ?1 and action in ('connection.created', 'connection.removed')",
                        "connection:" + made.id()))
                .isEqualTo(2);
    }

    @Test
    void aConnectionThatCannotBeDecryptedDoesNotAffectOthers() {
        ConnectionView closed = made(operator, "matrix", Map.of("roomId", "!closed:example.org"));
        ConnectionView open = made(operator, "matrix", Map.of("roomId", "!open:example.org"));
        world.database.run(em -> em.createNativeQuery("update connection set sealed_settings = ?2 where id = ?1")
                .setParameter(1, closed.id())
                .setParameter(2, "sealed with a lost encryption key".getBytes(StandardCharsets.US_ASCII))
                .executeUpdate());

        assertThat(world.database.tx(() -> beans.open.enabledInside(Platform.MATRIX)))
                .extracting(OpenConnection::id)
                .contains(open.id())
                .doesNotContain(closed.id());
        assertThatThrownBy(() -> beans.open.find(closed.id())).isInstanceOf(UnsealException.class);

        beans.connections.remove(operator, closed.id());
    }

    @Test
    void aMintedTokenHasALinkForEachConnection() {
        made(operator, "whatsapp", WHATSAPP);
        made(operator, "telegram", TELEGRAM);
        made(operator, "slack", SLACK);
        made(operator, "matrix", Map.of("roomId", "!install:example.org"));

        Minted minted = (Minted) new InstallTokenMintBean(world.beans.templates, world.beans.tokens, world.settings)
                .mint(world.newUser(), world.templateSlug, null);

        assertThat(minted.links())
                .extracting(DeepLink::url)
                .satisfiesExactly(
                        link -> assertThat(link).startsWith("https://wa.me/447911123456?text=install%3A"),
                        link -> assertThat(link).startsWith("https://t.me/PennyBot?start="),
                        link -> assertThat(link).isEqualTo("https://slack.com/app_redirect?app=A012AB3C4"),
                        link -> assertThat(link).startsWith("https://matrix.to/#/"));
    }

    private ConnectionView made(Administrator by, String platform, Map<String, String> settings) {
        ConnectionResult result = beans.connections.create(
                by, new NewConnection(platform, world.templateSlug, "Connection", null, null, settings));
        assertThat(result).isInstanceOf(Done.class);
        return ((Done) result).connection();
    }

    private static Administrator administrator(UserId user) {
        return new Administrator(user, false);
    }
}
