package io.gatehouse.web.page.landing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of the template {@code landing}.
 *
 * @param digest of the shown state
 * @param stream the URL of the stream of state changes; empty for strangers
 * @param signIn the URL to sign in; empty if the visitor is signed in, or if signing in is not configured
 * @param message null if there is nothing to report
 * @param installCode null for strangers
 * @param phone null for strangers, and for users who have linked a chat already
 */
record LandingView(
        String path,
        String name,
        String publisher,
        String description,
        List<Group> brings,
        boolean visitorIsKnown,
        String signIn,
        String signInTitle,
        String stream,
        String digest,
        @Nullable Message message,
        @Nullable InstallCode installCode,
        @Nullable PhoneForm phone) {

    /** Blueprint items of one kind. */
    record Group(String kind, String items) {}

    /**
     * The state of the install, in words.
     *
     * @param tone the style class: {@code state-good} or {@code state-note}
     */
    record Message(String tone, String title, List<String> lines) {}

    /**
     * An install code with the channels to send it to.
     *
     * @param folded whether it is hidden until the visitor opens it
     */
    record InstallCode(
            boolean folded,
            String title,
            String intro,
            List<Channel> channels,
            String code,
            String validFor,
            long seconds) {

        @Override
        public String toString() {
            return "InstallCode[…]";
        }
    }

    /** @param open the text of the link */
    record Channel(String id, String title, String hint, String open, String url, QrCode qr, String qrLabel) {

        @Override
        public String toString() {
            return "Channel[" + title + "]";
        }
    }

    /** @param error empty if there is none */
    record PhoneForm(String intro, String number, String error, String button) {}
}
