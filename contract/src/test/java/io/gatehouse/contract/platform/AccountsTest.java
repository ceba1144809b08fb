package io.gatehouse.contract.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.platform.AccountReading.Account;
import io.gatehouse.contract.platform.AccountReading.Malformed;
import io.gatehouse.contract.platform.AccountReading.Unsupported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private final Accounts accounts = new Accounts("GB");

    @ParameterizedTest(name = "{0} is {1}:{2}")
    @CsvSource(textBlock = """
            447911123456@s.whatsapp.net,           wa_jid,   447911123456@s.whatsapp.net
            447911123456:12@s.whatsapp.net,        wa_jid,   447911123456@s.whatsapp.net
            447911123456.0:12@s.whatsapp.net,      wa_jid,   447911123456@s.whatsapp.net
            447911123456.1@s.whatsapp.net,         wa_jid,   447911123456@s.whatsapp.net
            447911123456:0@s.whatsapp.net,         wa_jid,   447911123456@s.whatsapp.net
            447911123456:65535@s.whatsapp.net,     wa_jid,   447911123456@s.whatsapp.net
            447911123456@S.WhatsApp.net,           wa_jid,   447911123456@s.whatsapp.net
            447911123456@c.us,                     wa_jid,   447911123456@s.whatsapp.net
            447911123456:3@c.us,                   wa_jid,   447911123456@s.whatsapp.net
            447911123456@hosted,                   wa_jid,   447911123456@s.whatsapp.net
            447911123456:99@hosted,                wa_jid,   447911123456@s.whatsapp.net
            ' 447911123456@s.whatsapp.net ',       wa_jid,   447911123456@s.whatsapp.net
            447911123456,                          wa_jid,   447911123456@s.whatsapp.net
            +447911123456,                         wa_jid,   447911123456@s.whatsapp.net
            +44 7911 123456,                       wa_jid,   447911123456@s.whatsapp.net
            07911123456,                           wa_jid,   447911123456@s.whatsapp.net
            14155552671,                           wa_jid,   14155552671@s.whatsapp.net
            553187654321,                          wa_jid,   553187654321@s.whatsapp.net
            5212221234567,                         wa_jid,   5212221234567@s.whatsapp.net
            6834002@s.whatsapp.net,                wa_jid,   6834002@s.whatsapp.net
            123456789012345@lid,                   wa_lid,   123456789012345@lid
            447911123456@lid,                      wa_lid,   447911123456@lid
            123456789012345:7@lid,                 wa_lid,   123456789012345@lid
            123456789012345.1:7@lid,               wa_lid,   123456789012345@lid
            123456789012345@hosted.lid,            wa_lid,   123456789012345@lid
            123456789012345:99@hosted.lid,         wa_lid,   123456789012345@lid
            GB.abc123XYZ,                          wa_bsuid, GB.abc123XYZ
            US.13491208655302741918,               wa_bsuid, US.13491208655302741918
            BR.447911123456,                       wa_bsuid, BR.447911123456
            BR.ENT6158856803134,                   wa_bsuid, BR.ENT6158856803134
            BR.ENT.6158856803134,                  wa_parent_bsuid, BR.ENT.6158856803134
            22507481234,                           wa_jid,   22507481234@s.whatsapp.net
            22997123456,                           wa_jid,   22997123456@s.whatsapp.net
            15550783881,                           wa_jid,   15550783881@s.whatsapp.net
            447700900321,                          wa_jid,   447700900321@s.whatsapp.net
            +447700900321,                         wa_jid,   447700900321@s.whatsapp.net
            972501234567,                          wa_jid,   972501234567@s.whatsapp.net
            999999999999999,                       wa_jid,   999999999999999@s.whatsapp.net
            1234567,                               wa_jid,   1234567@s.whatsapp.net
            """)
    void whatsAppUsersAreParsedIntoCanonicalForm(String id, String namespace, String identifier) {
        PlatformAccount account = account(accounts.read(Platform.WHATSAPP, id));

        assertThat(account.namespace().wireName()).isEqualTo(namespace);
        assertThat(account.identifier()).isEqualTo(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "120363025246125486@g.us",
                "447911123456-1396018493@g.us",
                "status@broadcast",
                "1396018493@broadcast",
                "120363144038483540@newsletter",
                "867051314767696@bot",
            })
    void whatsAppIdsThatAreNotUsersAreUnsupported(String id) {
        assertThat(accounts.read(Platform.WHATSAPP, id)).isInstanceOf(Unsupported.class);
        for (Namespace namespace : new Namespace[] {Namespace.WA_JID, Namespace.WA_LID, Namespace.PHONE}) {
            assertThat(accounts.readAlias(namespace, id)).isInstanceOf(Unsupported.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "alice",
                "@alice",
                "12",
                "+",
                "123456",
                "1234567890123456",
                "+0447911123456",
                "@s.whatsapp.net",
                "0@s.whatsapp.net",
                "0447911123456@s.whatsapp.net",
                "+447911123456@s.whatsapp.net",
                "alice@s.whatsapp.net",
                "447911123456@",
                "447911123456@example.com",
                "447911123456@s.whatsapp.net.example.com",
                "447911123456@s.whatsapp.net@lid@example",
                "447911123456@lid@s.whatsapp.net",
                "447911123456:@s.whatsapp.net",
                "447911123456:x@s.whatsapp.net",
                "447911123456:123456@s.whatsapp.net",
                "447911123456:1:2@s.whatsapp.net",
                "447911123456.@s.whatsapp.net",
                "4479 11123456@s.whatsapp.net",
                "1234567890123456@s.whatsapp.net",
                "٤٤٧٩١١١٢٣٤٥٦@s.whatsapp.net",
                "0123456789@lid",
                "abc@lid",
                "@lid",
                "GB.",
                "gb.abc123",
                "GBR.abc123",
                "GB.abc-123",
                "GB.ENT.",
                "GB.ent.123",
                "GB.ENT.ENT.123",
                "GB.ENT.123-4",
                "GB.abc123@s.whatsapp.net",
                "447911123456\n@s.whatsapp.net",
            })
    void idsOfUnknownFormAreMalformed(String id) {
        assertThat(accounts.read(Platform.WHATSAPP, id)).isInstanceOf(Malformed.class);
    }

    @Test
    void aBusinessScopedIdHasAtMost128Characters() {
        assertThat(accounts.read(Platform.WHATSAPP, "GB." + "a".repeat(128))).isInstanceOf(Account.class);
        assertThat(accounts.read(Platform.WHATSAPP, "GB." + "a".repeat(129))).isInstanceOf(Malformed.class);
        assertThat(accounts.read(Platform.WHATSAPP, "GB.ENT." + "a".repeat(128)))
                .isInstanceOf(Account.class);
        assertThat(accounts.read(Platform.WHATSAPP, "GB.ENT." + "a".repeat(129)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void theDigitsOfALinkedIdentityAreNotAPhoneNumber() {
        PlatformAccount lid = account(accounts.read(Platform.WHATSAPP, "447911123456@lid"));
        PlatformAccount jid = account(accounts.read(Platform.WHATSAPP, "447911123456@s.whatsapp.net"));

        assertThat(lid.matches(jid)).isFalse();
        assertThat(lid.activeKey()).isNotEqualTo(jid.activeKey());
    }

    @ParameterizedTest(name = "{1} in the field {0} is {2}")
    @CsvSource(textBlock = """
            wa_lid,           123456789012345,             wa_lid:123456789012345@lid
            wa_lid,           447911123456,                wa_lid:447911123456@lid
            wa_lid,           447911123456@s.whatsapp.net, wa_jid:+447911123456
            wa_jid,           123456789012345@lid,         wa_lid:123456789012345@lid
            wa_jid,           447911123456,                wa_jid:+447911123456
            wa_jid,           22507481234,                 wa_jid:+2250707481234
            wa_jid,           447700900321,                wa_jid:+447700900321
            wa_bsuid,         GB.abc123,                   wa_bsuid:GB.abc123
            wa_bsuid,         GB.ENT.abc123,               wa_parent_bsuid:GB.ENT.abc123
            wa_parent_bsuid,  GB.ENT.abc123,               wa_parent_bsuid:GB.ENT.abc123
            wa_parent_bsuid,  GB.abc123,                   wa_bsuid:GB.abc123
            phone,            447700900321,                phone:+447700900321
            phone,            +447700900321,               phone:+447700900321
            phone,            22997123456,                 phone:+2290197123456
            phone,            447911123456@lid,            wa_lid:447911123456@lid
            phone,            447911123456@c.us,           wa_jid:+447911123456
            phone,            +447911123456,               phone:+447911123456
            phone,            07911 123456,                phone:+447911123456
            telegram_user_id, 42,                          telegram_user_id:42
            slack_user_id,    T012AB3C4:U012A3CDE,         slack_user_id:T012AB3C4:U012A3CDE
            matrix_user_id,   @alice:example.org,          matrix_user_id:@alice:example.org
            email,            Alice@Example.org,           email:alice@example.org
            auth_user_id,     9D17D965-6825-8672-9E5F-F258FF9B7630, auth_user_id:9d17d965-6825-8672-9e5f-f258ff9b7630
            """)
    void theFormOfAnAliasTakesPrecedenceOverItsField(String field, String identifier, String activeKey) {
        Namespace namespace = Namespace.ofWireName(field).orElseThrow();

        assertThat(account(accounts.readAlias(namespace, identifier)).activeKey())
                .isEqualTo(activeKey);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            email,        alice
            email,        a@b@c
            email,        'a b@example.org'
            email,        @example.org
            auth_user_id, alice
            auth_user_id, 9d17d965-6825-4672-9e5f-f258ff9b7630
            phone,        12
            wa_lid,       x
            wa_bsuid,     abc
            """)
    void anAliasOfUnknownFormIsMalformed(String field, String identifier) {
        Namespace namespace = Namespace.ofWireName(field).orElseThrow();

        assertThat(accounts.readAlias(namespace, identifier)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "42", "6123456789", "9007199254740991"})
    void aTelegramUserIsAPositiveNumber(String id) {
        assertThat(account(accounts.read(Platform.TELEGRAM, id)))
                .isEqualTo(new PlatformAccount(Namespace.TELEGRAM_USER_ID, id, id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-42", "-1001234567890"})
    void aTelegramGroupIsUnsupported(String id) {
        assertThat(accounts.read(Platform.TELEGRAM, id)).isInstanceOf(Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "1.5", "1e3", "alice", "@alice", "+42", "0x2a", "12345678901234567890", "٤٢"})
    void invalidTelegramUserIdsAreMalformed(String id) {
        assertThat(accounts.read(Platform.TELEGRAM, id)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T012AB3C4:U012A3CDE", "T012AB3C4:W012A3CDE", "E012AB3C4:U012A3CDE"})
    void aSlackUserIsTeamAndUser(String id) {
        assertThat(account(accounts.read(Platform.SLACK, id)).activeKey()).isEqualTo("slack_user_id:" + id);
    }

    @Test
    void theSameSlackUserIdInAnotherTeamIsAnotherAccount() {
        PlatformAccount one = account(accounts.read(Platform.SLACK, "T012AB3C4:U012A3CDE"));

        assertThat(one.matches(account(accounts.read(Platform.SLACK, "T999AB3C4:U012A3CDE"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"T012AB3C4:B012A3CDE", "T012AB3C4:USLACKBOT"})
    void aSlackBotIsUnsupported(String id) {
        assertThat(accounts.read(Platform.SLACK, id)).isInstanceOf(Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "U012A3CDE",
                "T012AB3C4",
                "T012AB3C4:",
                ":U012A3CDE",
                "U012A3CDE:T012AB3C4",
                "T012AB3C4:C012A3CDE",
                "t012ab3c4:u012a3cde",
                "T012AB3C4:U012A3CDE:1",
                "T012AB3C4/U012A3CDE",
            })
    void invalidSlackUserIdsAreMalformed(String id) {
        assertThat(accounts.read(Platform.SLACK, id)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@alice:example.org",
                "@alice:example.org:8448",
                "@alice:localhost",
                "@alice:[::1]:8448",
                "@alice:192.0.2.1",
                "@a.b_c=d-e/f+g:example.org",
                "@Alice!:example.org",
            })
    void aMatrixUserIsLocalpartAndServer(String id) {
        assertThat(account(accounts.read(Platform.MATRIX, id)).identifier()).isEqualTo(id);
    }

    @Test
    void matrixUserIdsAreCaseSensitive() {
        PlatformAccount lower = account(accounts.read(Platform.MATRIX, "@alice:example.org"));

        assertThat(lower.matches(account(accounts.read(Platform.MATRIX, "@Alice:example.org"))))
                .isFalse();
        assertThat(lower.matches(account(accounts.read(Platform.MATRIX, "@alice:Example.org"))))
                .isFalse();
    }

    @Test
    void aMatrixUserIdHasAtMost255Bytes() {
        String server = ":example.org";

        assertThat(accounts.read(Platform.MATRIX, "@" + "a".repeat(254 - server.length()) + server))
                .isInstanceOf(Account.class);
        assertThat(accounts.read(Platform.MATRIX, "@" + "a".repeat(255 - server.length()) + server))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice:example.org",
                "@alice",
                "@:example.org",
                "@alice:",
                "@alice:exa mple.org",
                "@al ice:example.org",
                "@älice:example.org",
                "#alice:example.org",
                "!alice:example.org",
                "@alice:example.org:port",
                "@alice:example.org:8448:1",
            })
    void invalidMatrixUserIdsAreMalformed(String id) {
        assertThat(accounts.read(Platform.MATRIX, id)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aMegabyteIsMalformedOnEveryPlatform(Platform platform) {
        assertThat(accounts.read(platform, "1".repeat(1 << 20))).isInstanceOf(Malformed.class);
    }

    @Test
    void everyPlatformAndNamespaceIsFoundByItsWireName() {
        for (Platform platform : Platform.values()) {
            assertThat(Platform.ofWireName(platform.wireName())).contains(platform);
        }
        for (Namespace namespace : Namespace.values()) {
            assertThat(Namespace.ofWireName(namespace.wireName())).contains(namespace);
        }
        assertThat(Platform.ofWireName("signal")).isEmpty();
        assertThat(Platform.ofWireName("WhatsApp")).isEmpty();
        assertThat(Namespace.ofWireName("")).isEmpty();
    }

    @Test
    void aDefaultRegionWithoutPhoneNumbersIsRefused() {
        assertThatThrownBy(() -> new Accounts("XX")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Accounts("gb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReasonDoesNotContainTheIdentifier() {
        assertThat(accounts.read(Platform.WHATSAPP, "447911123456@nowhere").toString())
                .doesNotContain("447911123456");
    }

    private static PlatformAccount account(AccountReading reading) {
        assertThat(reading).isInstanceOf(Account.class);
        return ((Account) reading).account();
    }
}
