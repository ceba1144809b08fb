package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.browser.Chromium;
import io.gatehouse.blackbox.browser.InstallPage;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.Postgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;

/** The landing page in a real browser, on two nodes of one deployment; each state is looked at and checked. */
@DisplayName("the landing page, in Chromium")
class InstallPageIT {

    private static final String SLUG = "personal-finance";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** What somebody may call themselves who wants a script of theirs on our page. */
    private static final String ATTACK = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>";

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @RegisterExtension
    static final MicroProcess server = node();

    /** Its codes are short-lived. */
    @RegisterExtension
    static final MicroProcess otherNode = node().with("gatehouse.install.token-ttl", "PT5S");

    /** Takes the replies. */
    private static final ChatPlatform platform = new ChatPlatform();

    @SuppressWarnings("NullAway.Init")
    private static Webhook whatsapp;

    @RegisterExtension
    final Chromium browser = new Chromium();

    private final InstallPage page = InstallPage.of(browser, server.gatehouse(), SLUG);
    private final ChatAccount phone = ChatAccount.whatsapp();
    private final Caller gateway = server.gatehouse().gateway();

    private static MicroProcess node() {
        return new MicroProcess()
                .with("gatehouse.deployment-id", "page")
                .with("gatehouse.encryption.key", KEY)
                .with("gatehouse.db.url", postgres.url())
                .with("gatehouse.db.user", postgres.user());
    }

    @BeforeAll
    static void connectChannels() {
        whatsapp = new Webhook(server.gatehouse(), connect(Channel.whatsapp(platform.url()), "Penny on WhatsApp"));
        connect(Channel.telegram(platform.url()), "Penny on Telegram");
        JsonObject slack = Channel.slack(platform.url());
        connect(
                Json.createObjectBuilder(slack)
                        .add(
                                "settings",
                                Json.createObjectBuilder(slack.getJsonObject("settings"))
                                        .add("appId", "A012345"))
                        .build(),
                "Penny for teams");
    }

    private static JsonObject connect(JsonObject channel, String name) {
        return server.gatehouse()
                .administrator()
                .post(
                        "/api/admin/connections",
                        Json.createObjectBuilder(channel).add("name", name).build())
                .expecting(201)
                .json();
    }

    @AfterAll
    static void stopThePlatform() {
        platform.close();
    }

    @BeforeAll
    static void publishMore() {
        postgres.execute("""
                insert into organization (id, slug, name, visibility, created_at, version)
                  values ('00000000-0000-7000-8000-000000000011', 'garden', 'The Garden Club', 'PUBLIC', now(), 1);
                insert into agent (id, organization_id, kind, name, settings, created_at, version)
                  values ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000011',
                    'TEMPLATE', 'Gardener', '{}', now(), 1);
                insert into organization (id, slug, name, visibility, created_at, version)
                  values ('00000000-0000-7000-8000-000000000021', 'nasty', '%1$s', 'PUBLIC', now(), 1);
                insert into agent (id, organization_id, kind, name, description, settings, created_at, version)
                  values ('00000000-0000-7000-8000-000000000022', '00000000-0000-7000-8000-000000000021',
                    'TEMPLATE', '%1$s', '%1$s', '{}', now(), 1);
                insert into blueprint_item
                    (id, organization_id, kind, slug, name, definition, created_at, updated_at, version)
                  values ('00000000-0000-7000-8000-000000000023', '00000000-0000-7000-8000-000000000021',
                    'WATCHER', 'w', '%1$s', '{}', now(), now(), 1);
                insert into connection (id, organization_id, platform, template_agent_id, name, address, enabled, created_at, version)
                  values ('00000000-0000-7000-8000-000000000024', '00000000-0000-7000-8000-000000000021',
                    'telegram', '00000000-0000-7000-8000-000000000022', '%1$s', '%1$s', true, now(), 1);
                """.formatted(ATTACK.replace("'", "''")));
    }

    @Test
    @DisplayName("a person signs in, sends the message that is typed already, and the page says what became of it")
    void aPersonInstallsFromTheirPhone() {
        page.open();
        assertThat(browser.text()).contains("Sign in first").doesNotContain("install:");
        browser.look("signed-out");

        page.signIn();
        browser.look("ready");
        for (String host : new String[] {"wa.me", "t.me", "slack.com"}) {
            assertThat(page.qr(host)).as("the QR code of " + host).isEqualTo(page.link(host));
        }
        assertThat(InstallPage.typedBy(page.link("wa.me"))).isEqualTo(page.code());

        whatsapp.whatsapp(new Said(digits(phone), InstallPage.typedBy(page.qr("wa.me"))))
                .expecting(200);
        page.untilItSays("is installed");
        assertThat(page.status()).contains(number(phone), "A NO in that chat undoes it, within 1 hour");
        browser.look("installed");

        whatsapp.whatsapp(new Said(digits(phone), "NO")).expecting(200);
        page.untilItSays("Undone");
        assertThat(page.status()).contains(number(phone) + " is linked to you no more");
        browser.look("undone");
    }

    @Test
    @DisplayName("what happens in the chat is on the page within a second")
    void whatHappensIsOnThePageWithinASecond() {
        page.open().signIn();
        List<Duration> waits = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            gateway.handIn(phone, SLUG, page.code()).expecting(200);
            waits.add(page.untilItSays("is linked to you."));
            gateway.handIn(phone, SLUG, "NO").expecting(200);
            waits.add(page.untilItSays("Undone"));
        }
        Collections.sort(waits);
        assertThat(waits.get(waits.size() / 2)).as("the median of " + waits).isLessThan(A_SECOND);
    }

    @Test
    @DisplayName("what another node works off shows as soon")
    void whatAnotherNodeWorksOffShows() {
        page.open().signIn();
        Caller elsewhere = otherNode.gatehouse().gateway();

        outcome("installed", elsewhere.handIn(phone, SLUG, page.code()));
        page.untilItSays("is installed");
        outcome("unlinked", elsewhere.handIn(phone, SLUG, "NO"));
        page.untilItSays("Undone");
    }

    @Test
    @DisplayName("two windows show the same, and the one that was out of sight does when it is looked at")
    void twoWindowsShowTheSame() {
        page.open().signIn();
        String first = browser.driver().getWindowHandle();
        String firstCode = page.code();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        page.open();
        assertThat(page.code()).isNotEqualTo(firstCode);

        outcome("installed", gateway.handIn(phone, SLUG, firstCode));
        page.untilItSays("is installed");
        browser.driver().switchTo().window(first);
        page.untilItSays("is installed");

        outcome("token_used", gateway.handIn(ChatAccount.whatsapp(), SLUG, firstCode));
    }

    @Test
    @DisplayName("a code that runs out makes way for a fresh one by itself, and says so when none is to be had")
    void aCodeThatRunsOutMakesWay() {
        InstallPage shortLived = InstallPage.of(browser, otherNode.gatehouse(), SLUG);
        shortLived.open().signIn();
        String code = shortLived.code();
        assertThat(browser.find("#left").getText()).matches("0:0[0-5]");

        shortLived.await("a fresh code", () -> !shortLived.code().equals(code));
        outcome("token_expired", gateway.handIn(phone, SLUG, code));
        assertThat(shortLived.qr("wa.me")).isEqualTo(shortLived.link("wa.me"));

        browser.offline(true);
        shortLived.await("the fault", () -> browser.find("#stale").isDisplayed());
        browser.look("expired");
        browser.offline(false);
        shortLived.await("a fresh code", () -> !browser.find("#stale").isDisplayed());
    }

    @Test
    @DisplayName("who has the agent already is told so, and may link another chat")
    void whoHasTheAgentIsToldSo() {
        String username = page.open().signIn();
        server.gatehouse().signedIn(username).install(SLUG).expecting(200);
        page.untilItSays("is installed");
        assertThat(page.status()).contains("No chat is linked to you yet");
        browser.look("already-installed");

        page.open().untilItSays("is installed");
        outcome("linked", gateway.handIn(phone, SLUG, page.code()));
        page.untilItSays(number(phone) + " is linked to you");
        assertThat(browser.find("#more summary").getText()).isEqualTo("Link another chat");
        browser.find("#more summary").click();
        browser.look("link-another");

        ChatAccount another = ChatAccount.whatsapp();
        outcome("linked", gateway.handIn(another, SLUG, page.code()));
        page.untilItSays(number(another));
        assertThat(page.status()).contains(number(phone));
    }

    @Test
    @DisplayName("who signs out is signed out in every window at once, and going back shows no code")
    void whoSignsOutIsSignedOutEverywhere() {
        page.open().signIn();
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.WINDOW);
        page.open();
        page.signOut();
        assertThat(browser.text()).contains("Sign in first").doesNotContain("install:", "@example.com");
        browser.driver().navigate().back();
        page.await("a page without a code", () -> !browser.has("#code"));

        browser.driver().switchTo().window(first);
        page.await("a page without a code", () -> !browser.has("#code"));
        assertThat(browser.text()).contains("Sign in first");
    }

    @Test
    @DisplayName("a number that is typed installs at once; a message from it proves it; what is wrong with it is said")
    void aNumberInstallsAtOnce() {
        ChatAccount taken = ChatAccount.whatsapp();
        page.open().signIn();
        outcome("installed", gateway.handIn(taken, SLUG, page.code()));
        page.untilItSays("is installed");
        page.signOut();
        page.signIn();

        page.givePhone("12");
        page.await("the fault", () -> browser.has("#phone-error"));
        assertThat(browser.find("#phone-error").getText()).startsWith("That is no phone number");
        assertThat(browser.find("#whatsapp_phone").getAttribute("value")).isEqualTo("12");
        browser.look("bad-number");

        page.givePhone(number(taken));
        page.await("the conflict", () -> browser.find("#phone-error").getText().contains("linked to another account"));

        page.givePhone(number(phone));
        page.untilItSays("is kept for you");
        browser.look("number-kept");
        outcome("routed", gateway.handIn(phone, SLUG, "Hello"));
        page.untilItSays(number(phone) + " is linked to you");
    }

    @Test
    @DisplayName("a template without a chat app says so, and gives the code to copy")
    void aTemplateWithoutAChatAppSaysSo() {
        InstallPage garden = InstallPage.of(browser, server.gatehouse(), "garden");
        garden.open().signIn();

        assertThat(browser.text()).contains("No chat app is connected to Gardener yet");
        assertThat(browser.has(".channel")).isFalse();
        browser.look("no-channel");
        browser.find("#copy").click();
        outcome("installed", gateway.handIn(phone, "garden", garden.code()));
        garden.untilItSays("Gardener is installed");
    }

    @Test
    @DisplayName("an unknown address is a page that says so, in whatever case it is typed otherwise")
    void anUnknownAddressSaysSo() {
        InstallPage.of(browser, server.gatehouse(), "no-such-agent").open();
        assertThat(browser.text()).contains("There is no such agent");
        browser.look("unknown");

        Gatehouse gatehouse = server.gatehouse();
        Answer unknown = gatehouse.browser().open("/install/no-such-agent").expecting(404);
        assertThat(unknown.header("Content-Type")).startsWith("text/html");
        for (String odd : List.of("%00", "..%2f", "a%20b", "%3Cscript%3E", "x".repeat(200))) {
            int status = gatehouse.browser().open("/install/" + odd).status();
            assertThat(status).as(odd).isIn(400, 404);
        }
        gatehouse.browser().open("/install/Personal-Finance").expecting(200);
    }

    @Test
    @DisplayName("what publishers and visitors write stays text")
    void whatPeopleWriteStaysText() {
        InstallPage nasty = InstallPage.of(browser, server.gatehouse(), "nasty");
        nasty.open();
        assertThat(browser.find("h1").getText()).isEqualTo(ATTACK);
        nasty.signIn();
        assertThat(browser.find(".channel h3").getText()).isEqualTo(ATTACK);
        assertThat(browser.find(".channel a").getAttribute("href")).startsWith("https://t.me/%22");
        nasty.givePhone(ATTACK);
        nasty.await("the fault", () -> browser.has("#phone-error"));

        assertThat(browser.find("#whatsapp_phone").getAttribute("value")).isEqualTo(ATTACK);
        assertThat(browser.find("#phone-error").getText()).startsWith("That is no phone number");
        outcome("linked", gateway.handIn(phone, "nasty", nasty.code()));
        nasty.untilItSays(ATTACK + " is installed");
        assertThat(browser.has("main img, main script")).isFalse();
    }

    @Test
    @DisplayName("without scripts there are the links, the code and the form")
    void withoutScriptsThereAreTheLinks() {
        browser.withoutScripts();
        page.open().signIn();
        String code = page.code();
        assertThat(InstallPage.typedBy(page.link("wa.me"))).isEqualTo(code);
        assertThat(browser.find("#left").getText()).isEqualTo("15 minutes");
        assertThat(browser.find("#copy").isDisplayed()).isFalse();
        browser.find("#fresh").click();
        page.await("a fresh code", () -> !page.code().equals(code));

        page.givePhone(number(phone));
        page.untilItSays("is kept for you");
        page.signOut();
    }

    @Test
    @DisplayName("who reads German reads German")
    void whoReadsGermanReadsGerman() {
        browser.read("de-AT,de;q=0.9,en;q=0.5");
        page.open().signIn();
        assertThat(browser.text()).contains("Senden Sie Ihren Code").doesNotContain("Send your code");
        outcome("installed", gateway.handIn(phone, SLUG, page.code()));
        page.untilItSays("ist installiert");
        browser.look("german");
    }

    @Test
    @DisplayName("all of it is reached by keyboard")
    void allOfItIsReachedByKeyboard() {
        page.open().signIn();
        List<String> reached = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            reached.add(browser.driver().switchTo().activeElement().getAccessibleName());
        }
        assertThat(reached)
                .containsSubsequence(
                        "Sign out",
                        "Open WhatsApp",
                        "Open Telegram",
                        "Open Slack",
                        "Send the code yourself",
                        "WhatsApp number",
                        "Install with this number");
    }

    private static String number(ChatAccount account) {
        return "+" + digits(account);
    }

    private static String digits(ChatAccount account) {
        return account.platformUserId().split("@", 2)[0];
    }

    private static void outcome(String outcome, Answer answer) {
        assertThat(answer.expecting(200).json().getString("outcome"))
                .as(answer.toString())
                .isEqualTo(outcome);
    }
}
