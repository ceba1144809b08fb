package io.gatehouse.web.landing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template {@code landing} shows.
 *
 * @param digest of the state that is shown
 * @param stream where to learn of another state; empty where the visitor cannot
 * @param signIn where to sign in; empty for those who are, and where nobody can
 * @param notice null where there is nothing to tell
 * @param offer null for those who are not signed in
 * @param phone null for those who are not signed in, and for those who have the agent in a chat already
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
        @Nullable Notice notice,
        @Nullable Offer offer,
        @Nullable PhoneForm phone) {

    /** Blueprint items of one kind. */
    record Group(String kind, String items) {}

    /**
     * What became of the install.
     *
     * @param tone the style class: {@code state-good} or {@code state-note}
     */
    record Notice(String tone, String title, List<String> lines) {}

    /**
     * A code, and the ways to send it.
     *
     * @param folded whether it is out of sight until somebody asks for it
     */
    record Offer(
            boolean folded,
            String title,
            String intro,
            List<Channel> channels,
            String code,
            String validFor,
            long seconds) {

        @Override
        public String toString() {
            return "Offer[…]";
        }
    }

    /** @param open what stands on the link */
    record Channel(String id, String title, String hint, String open, String url, QrCode qr, String qrLabel) {

        @Override
        public String toString() {
            return "Channel[" + title + "]";
        }
    }

    /** @param error empty where there is none */
    record PhoneForm(String intro, String number, String error, String button) {}
}
