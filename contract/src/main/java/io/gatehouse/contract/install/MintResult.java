package io.gatehouse.contract.install;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The result of minting an install token. */
public sealed interface MintResult {

    /**
     * A new token in clear text, which is stored nowhere.
     *
     * @param links for each connection of the template, a link that opens the chat with the token already typed
     */
    record Minted(String token, Duration timeToLive, List<DeepLink> links) implements MintResult {

        public Minted {
            links = List.copyOf(links);
        }

        @Override
        public String toString() {
            return "Minted[…, " + timeToLive + "]";
        }
    }

    record UnknownTemplate() implements MintResult {}

    /** @param why for people, such as "its publisher is private" */
    record NotInstallable(String why) implements MintResult {}

    record UnknownPlatform(String platform) implements MintResult {}

    /** A link that opens a chat of one connection with the token in it; must not be logged. */
    record DeepLink(UUID connectionId, String platform, String name, String url) {

        @Override
        public String toString() {
            return "DeepLink[" + connectionId + ", " + platform + "]";
        }
    }
}
