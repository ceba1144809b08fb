package io.gatehouse.contract.install;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What became of the wish for an install token. */
public sealed interface MintResult {

    /**
     * The raw token, which stands nowhere but here.
     *
     * @param links for each connection of the template a link that opens the chat with the token typed already
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

    /** @param why for a person, as in "its publisher is private" */
    record NotInstallable(String why) implements MintResult {}

    record UnknownPlatform(String platform) implements MintResult {}

    /** Opens a chat of one connection with the token in it; not to be logged. */
    record DeepLink(UUID connectionId, String platform, String name, String url) {

        @Override
        public String toString() {
            return "DeepLink[" + connectionId + ", " + platform + "]";
        }
    }
}
