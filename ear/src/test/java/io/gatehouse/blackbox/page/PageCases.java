package io.gatehouse.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.browser.Chromium;
import io.gatehouse.blackbox.browser.InstallPage;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.Gatehouse;

/** A browser, and a deployment of two nodes. */
interface PageCases {

    String SLUG = "personal-finance";

    /** Each case begins without a session. */
    Chromium browser();

    Gatehouse gatehouse();

    /** Another node of the deployment, which links a number only after its YES, and whose codes last five seconds. */
    Gatehouse carefulNode();

    default InstallPage page() {
        return InstallPage.of(browser(), gatehouse(), SLUG);
    }

    /** Expects this outcome of a message submitted by a gateway. */
    default void handIn(String outcome, ChatAccount account, String message) {
        outcome(outcome, gatehouse().gateway().handIn(account, SLUG, message));
    }

    static void outcome(String outcome, Answer answer) {
        assertThat(answer.expecting(200).json().getString("outcome"))
                .as(answer.toString())
                .isEqualTo(outcome);
    }

    /** As people write it. */
    static String number(ChatAccount account) {
        return "+" + digits(account);
    }

    /** As WhatsApp writes it. */
    static String digits(ChatAccount account) {
        return account.platformUserId().split("@", 2)[0];
    }
}
