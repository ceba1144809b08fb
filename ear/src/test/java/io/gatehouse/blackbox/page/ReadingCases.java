package io.gatehouse.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.browser.InstallPage;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.ChatAccount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page for readers with particular needs, and with unusual texts of publishers. */
public interface ReadingCases extends PageCases {

    /** The name of a user who tries to inject a script. */
    String ATTACK = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>";

    /** The name of a user, consisting of one long word. */
    String LONG_NAME = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(2);

    @Test
    @DisplayName("a template without a chat app says so, and gives the code to copy")
    default void aTemplateWithoutAChatAppSaysSo() {
        InstallPage garden = InstallPage.of(browser(), gatehouse(), "garden").open();
        garden.signIn();

        assertThat(browser().text()).contains("No chat app is connected to Gardener yet");
        assertThat(browser().has(".channel")).isFalse();
        browser().look("no-channel");
        browser().find("#copy").click();
        PageCases.outcome("installed", gatehouse().gateway().handIn(ChatAccount.whatsapp(), "garden", garden.code()));
        garden.untilItSays("Gardener is installed");
    }

    @Test
    @DisplayName("an unknown URL is a page that says so; the case of the slug does not matter")
    default void anUnknownAddressSaysSo() {
        InstallPage.of(browser(), gatehouse(), "no-such-agent").open();
        assertThat(browser().text()).contains("There is no such agent");
        browser().look("unknown");

        Answer unknown = gatehouse().browser().open("/install/no-such-agent").expecting(404);
        assertThat(unknown.header("Content-Type")).startsWith("text/html");
        for (String odd : List.of("%00", "..%2f", "a%20b", "%3Cscript%3E", "x".repeat(200))) {
            int status = gatehouse().browser().open("/install/" + odd).status();
            assertThat(status).as(odd).isIn(400, 404);
        }
        gatehouse().browser().open("/install/Personal-Finance").expecting(200);
    }

    @Test
    @DisplayName("texts of publishers and visitors are escaped, and do not break the layout however long they are")
    default void textsOfUsersAreEscaped() {
        InstallPage nasty = InstallPage.of(browser(), gatehouse(), "nasty").open();
        assertThat(browser().find("h1").getText()).isEqualTo(ATTACK);
        nasty.signIn();
        assertThat(browser().find(".channel h3").getText()).isEqualTo(ATTACK);
        assertThat(browser().find(".channel a").getAttribute("href")).startsWith("https://t.me/%22");
        nasty.givePhone(ATTACK);
        nasty.await("the fault", () -> browser().has("#phone-error"));

        assertThat(browser().find("#whatsapp_phone").getAttribute("value")).isEqualTo(ATTACK);
        assertThat(browser().find("#phone-error").getText()).startsWith("That is no phone number");
        PageCases.outcome("linked", gatehouse().gateway().handIn(ChatAccount.whatsapp(), "nasty", nasty.code()));
        nasty.untilItSays(ATTACK + " is installed");
        assertThat(browser().has("main img, main script")).isFalse();

        InstallPage.of(browser(), gatehouse(), "long").open();
        assertThat(browser().find("h1").getText()).isEqualTo(LONG_NAME);
        browser().look("long-names");
    }

    @Test
    @DisplayName("on a phone the QR code is folded and unfolds by a tap; on a large screen it is visible")
    default void onAPhoneACodeToScanUnfolds() {
        InstallPage page = page().open();
        page.signIn();
        assertThat(browser().shows(".qr summary")).isFalse();
        assertThat(browser().shows(".qr svg")).isTrue();

        browser().onAPhone();
        assertThat(browser().shows(".qr svg")).isFalse();
        browser().find(".qr summary").click();
        assertThat(browser().shows(".qr svg")).isTrue();
        page.scan("wa.me");
        browser().shoot("unfolded-390");
    }

    @Test
    @DisplayName("without scripts the links, the code and the form work")
    default void withoutScriptsTheLinksWork() {
        browser().withoutScripts();
        InstallPage page = page().open();
        page.signIn();
        String code = page.code();
        assertThat(InstallPage.typedBy(page.link("wa.me"))).isEqualTo(code);
        assertThat(browser().find("#left").getText()).isEqualTo("15 minutes");
        assertThat(browser().find("#copy").isDisplayed()).isFalse();
        browser().find("#fresh").click();
        page.await("a fresh code", () -> !page.code().equals(code));

        page.givePhone(PageCases.number(ChatAccount.whatsapp()));
        page.untilItSays("is kept for you");
        page.signOut();
    }

    @Test
    @DisplayName("a German reader gets German pages")
    default void germanReadersGetGermanPages() {
        browser().read("de-AT,de;q=0.9,en;q=0.5");
        InstallPage page = page().open();
        page.signIn();
        assertThat(browser().text()).contains("Senden Sie Ihren Code").doesNotContain("Send your code");
        handIn("installed", ChatAccount.whatsapp(), page.code());
        page.untilItSays("ist installiert");
        browser().look("german");
    }

    @Test
    @DisplayName("everything is reachable by keyboard, and the focus is visible")
    default void everythingIsReachableByKeyboard() {
        page().open().signIn();
        List<String> reached = new ArrayList<>();
        for (int step = 0; step < 7; step++) {
            new Actions(browser().driver()).sendKeys(Keys.TAB).perform();
            WebElement here = browser().driver().switchTo().activeElement();
            assertThat(here.getCssValue("outline-style"))
                    .as("the outline of " + here.getAccessibleName())
                    .isEqualTo("solid");
            browser().shoot("keyboard-" + step);
            reached.add(here.getAccessibleName());
        }
        assertThat(reached)
                .containsExactly(
                        "Sign out",
                        "Open WhatsApp",
                        "Open Telegram",
                        "Open Slack",
                        "Send the code yourself",
                        "WhatsApp number",
                        "Install with this number");
    }
}
