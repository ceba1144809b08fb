package io.gatehouse.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.browser.InstallPage;
import io.gatehouse.blackbox.client.ChatAccount;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** Visitors who return, who sign out, and who type their number. */
public interface VisitorCases extends PageCases {

    @Test
    @DisplayName("a user with the agent is told so, and may link another chat")
    default void aUserWithTheAgentIsToldSo() {
        ChatAccount phone = ChatAccount.whatsapp();
        InstallPage page = page().open();
        String username = page.signIn();
        gatehouse().signedIn(username).install(SLUG).expecting(200);
        page.untilItSays("is installed");
        assertThat(page.status()).contains("No chat is linked to you yet");
        assertThat(browser().find("#phone-button").getText()).isEqualTo("Use this number");
        browser().look("already-installed");

        page.open().untilItSays("is installed");
        handIn("linked", phone, page.code());
        page.untilItSays(PageCases.number(phone) + " is linked to you");
        assertThat(browser().find("#more summary").getText()).isEqualTo("Link another chat");
        browser().find("#more summary").click();
        browser().look("link-another");

        ChatAccount another = ChatAccount.whatsapp();
        handIn("linked", another, page.code());
        page.untilItSays(PageCases.number(another));
        assertThat(page.status()).contains(PageCases.number(phone));
    }

    @Test
    @DisplayName("signing out applies to every window at once, and going back shows no code")
    default void signingOutAppliesToEveryWindow() {
        InstallPage page = page().open();
        page.signIn();
        String first = browser().driver().getWindowHandle();
        browser().driver().switchTo().newWindow(WindowType.WINDOW);
        page.open();
        page.signOut();
        assertThat(browser().text()).contains("Sign in first").doesNotContain("install:", "@example.com");
        browser().driver().navigate().back();
        page.await("a page without a code", () -> !browser().has("#code"));

        browser().driver().switchTo().window(first);
        page.await("a page without a code", () -> !browser().has("#code"));
        assertThat(browser().text()).contains("Sign in first");
        browser().look("signed-out");
    }

    @Test
    @DisplayName("a user whose session has ended is told so when they submit the form")
    default void anEndedSessionIsReported() {
        InstallPage page = page().open();
        page.signIn();
        browser().driver().manage().deleteAllCookies();

        page.givePhone(PageCases.number(ChatAccount.whatsapp()));
        page.await("the page that says so", () -> browser().text().contains("You are signed out"));
        browser().look("session-over");
    }

    @Test
    @DisplayName("a typed number installs at once and is linked by its YES; faults of it are reported")
    default void typingANumberInstallsAtOnce() {
        ChatAccount phone = ChatAccount.whatsapp();
        ChatAccount taken = ChatAccount.whatsapp();
        InstallPage page = page().open();
        page.signIn();
        handIn("installed", taken, page.code());
        page.untilItSays("is installed");
        page.signOut();
        page.signIn();

        page.givePhone("12");
        page.await("the fault", () -> browser().has("#phone-error"));
        assertThat(browser().find("#phone-error").getText()).startsWith("That is no phone number");
        assertThat(browser().find("#whatsapp_phone").getAttribute("value")).isEqualTo("12");
        browser().look("bad-number");

        page.givePhone(PageCases.number(taken));
        page.untilItSays(PageCases.number(taken) + " is kept for you and not linked yet");
        assertThat(page.status()).as("the recipient").contains("Write to Penny at +44");

        page.givePhone(PageCases.number(phone));
        page.untilItSays(PageCases.number(phone) + " is kept for you and not linked yet");
        browser().look("number-kept");
        handIn("greeted", phone, "Hello");
        page.untilItSays("Penny has asked there");
        browser().look("number-asked");
        handIn("linked", phone, "YES");
        page.untilItSays(PageCases.number(phone) + " is linked to you");
        handIn("unlinked", phone, "No thanks");
        page.untilItSays(PageCases.number(phone) + " is linked to you no more");
    }
}
