package io.gatehouse.web.api.install;

import io.gatehouse.contract.install.MintResult;
import java.util.List;
import java.util.UUID;

/** A new install token, which is shown only here. */
record MintAnswer(String token, long expiresInSeconds, List<Link> links) {

    static MintAnswer from(MintResult.Minted minted) {
        return new MintAnswer(
                minted.token(),
                minted.timeToLive().toSeconds(),
                minted.links().stream().map(Link::from).toList());
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "MintAnswer[…]";
    }

    /** A link that opens a chat of one connection with the token already typed. */
    record Link(UUID connectionId, String platform, String name, String url) {

        static Link from(MintResult.DeepLink link) {
            return new Link(link.connectionId(), link.platform(), link.name(), link.url());
        }

        @Override
        public String toString() {
            return "Link[" + connectionId + ", " + platform + "]";
        }
    }
}
