package io.gatehouse.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.browser.InstallPage;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** The page updates by itself while its code is claimed. */
public interface ClaimOnPageCases extends PageCases {

    Duration A_SECOND = Duration.ofSeconds(1);

    /** The lifetime of the careful node's codes. */
    Duration CODE_LIFETIME = Duration.ofSeconds(5);

    /** Delivers like WhatsApp. */
    Webhook whatsapp();

    @Test
    @DisplayName("a person signs in, sends the message that the link has typed already, and the page shows the result")
    default void aPersonInstallsFromTheirPhone() {
        ChatAccount phone = ChatAccount.whatsapp();
        InstallPage page = page().open();
        assertThat(browser().text()).contains("Sign in first").doesNotContain("install:");
        browser().look("sign-in");

        page.signIn();
        browser().look("ready");
        for (String host : new String[] {"wa.me", "t.me", "slack.com"}) {
            page.scan(host);
        }
        assertThat(InstallPage.typedBy(page.link("wa.me"))).isEqualTo(page.code());

        whatsapp()
                .whatsapp(new Said(PageCases.digits(phone), InstallPage.typedBy(page.scan("wa.me"))))
                .expecting(200);
        page.untilItSays("is installed");
        assertThat(page.status()).contains(PageCases.number(phone), "A NO in that chat undoes it, within 1 hour");
        browser().look("installed");

        whatsapp().whatsapp(new Said(PageCases.digits(phone), "NO")).expecting(200);
        page.untilItSays("Undone");
        assertThat(page.status()).contains(PageCases.number(phone) + " is linked to you no more");
        browser().look("undone");
    }

    @Test
    @DisplayName("changes in the chat appear on the page within a second")
    default void changesAppearOnThePageWithinASecond() {
        ChatAccount phone = ChatAccount.whatsapp();
        InstallPage page = page().open();
        page.signIn();
        List<Duration> waits = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            handIn(round == 0 ? "installed" : "linked", phone, page.code());
            waits.add(page.untilItSays("is linked to you."));
            handIn("unlinked", phone, "NO");
            waits.add(page.untilItSays("Undone"));
        }
        Collections.sort(waits);
        // A loaded machine makes some waits longer but none shorter, so the lower quartile is checked.
        assertThat(waits.get(waits.size() / 4))
                .as("the lower quartile of " + waits)
                .isLessThan(A_SECOND);
    }

    @Test
    @DisplayName("claims processed by another node appear as fast: the question, the NO that confirms nothing, the YES")
    default void claimsProcessedByAnotherNodeAppear() {
        ChatAccount phone = ChatAccount.whatsapp();
        InstallPage page = page().open();
        page.signIn();
        Caller elsewhere = carefulNode().gateway();

        PageCases.outcome("confirm_required", elsewhere.handIn(phone, SLUG, page.code()));
        page.untilItSays("Answer YES in your chat");
        browser().look("awaits-yes");

        PageCases.outcome("unlinked", elsewhere.handIn(phone, SLUG, "NO"));
        page.untilItSays("Not confirmed");
        assertThat(page.status()).contains("nothing was changed", "answer YES").doesNotContain(PageCases.digits(phone));
        browser().look("not-confirmed");

        PageCases.outcome("confirm_required", elsewhere.handIn(phone, SLUG, page.code()));
        page.untilItSays("Answer YES in your chat");
        PageCases.outcome("installed", elsewhere.handIn(phone, SLUG, "YES"));
        page.untilItSays("is installed");
        PageCases.outcome("unlinked", elsewhere.handIn(phone, SLUG, "NO"));
        page.untilItSays("Undone");
    }

    @Test
    @DisplayName("two windows show the same state, and a hidden one updates when it is shown")
    default void twoWindowsShowTheSame() {
        InstallPage page = page().open();
        page.signIn();
        String first = browser().driver().getWindowHandle();
        String firstCode = page.code();
        browser().driver().switchTo().newWindow(WindowType.TAB);
        page.open();
        assertThat(page.code()).isNotEqualTo(firstCode);

        handIn("installed", ChatAccount.whatsapp(), firstCode);
        page.untilItSays("is installed");
        browser().driver().switchTo().window(first);
        page.untilItSays("is installed");

        handIn("token_used", ChatAccount.whatsapp(), firstCode);
    }

    @Test
    @DisplayName("an expired code is replaced by a new one, and the page says so if there is none")
    default void anExpiredCodeIsReplaced() {
        InstallPage shortLived = InstallPage.of(browser(), carefulNode(), SLUG).open();
        shortLived.signIn();
        String code = shortLived.code();
        Instant over = Instant.now().plus(CODE_LIFETIME);
        assertThat(browser().find("#left").getText()).matches("0:0[0-5]");

        shortLived.await(
                "a fresh code, and the end of the first",
                () -> !shortLived.code().equals(code) && Instant.now().isAfter(over));
        handIn("token_expired", ChatAccount.whatsapp(), code);
        shortLived.scan("wa.me");

        browser().offline(true);
        shortLived.await("the fault", () -> browser().find("#stale").isDisplayed());
        browser().look("expired");
        browser().offline(false);
        shortLived.await("a fresh code", () -> !browser().find("#stale").isDisplayed());
    }
}
