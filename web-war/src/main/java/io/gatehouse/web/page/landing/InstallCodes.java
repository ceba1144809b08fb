package io.gatehouse.web.page.landing;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallState.LinkedChat;
import io.gatehouse.contract.install.InstallTokenMint;
import io.gatehouse.contract.install.Manifest;
import io.gatehouse.contract.install.MintResult;
import io.gatehouse.contract.install.MintResult.DeepLink;
import io.gatehouse.web.page.html.Texts;
import io.gatehouse.web.page.landing.LandingView.Channel;
import io.gatehouse.web.page.landing.LandingView.InstallCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mints an install code for the visitor, with the channels to send it to. Minting does not write to the database. */
@ApplicationScoped
class InstallCodes {

    @Inject
    InstallTokenMint mint;

    /** Null if the template was removed in the meantime. */
    @Nullable InstallCode of(Texts texts, Manifest manifest, UserId user, InstallState state) {
        MintResult result = mint.mint(user, manifest.templateAgentId().toString(), null);
        if (!(result instanceof MintResult.Minted minted)) {
            return null;
        }
        // A typed number is linked only after its YES; until then the code stays in view.
        boolean linked = state.agentId() != null && state.chats().stream().anyMatch(LinkedChat::verified);
        return new InstallCode(
                linked || state.awaitsYes(),
                texts.get(title(linked, state.awaitsYes())),
                texts.format(intro(minted, state), manifest.name()),
                channels(texts, minted.links()),
                minted.token(),
                texts.duration(minted.timeToLive()),
                minted.timeToLive().toSeconds());
    }

    private static String title(boolean linked, boolean awaitsYes) {
        if (awaitsYes) {
            return "offer_title_other";
        }
        return linked ? "offer_title_more" : "offer_title";
    }

    private static String intro(MintResult.Minted minted, InstallState state) {
        if (minted.links().isEmpty()) {
            return "offer_no_channel";
        }
        return state.agentId() == null ? "offer_intro" : "offer_intro_installed";
    }

    private static List<Channel> channels(Texts texts, List<DeepLink> links) {
        List<Channel> channels = new ArrayList<>();
        for (DeepLink link : links) {
            String platform = Platforms.name(link.platform());
            channels.add(new Channel(
                    "open-" + link.connectionId(),
                    link.name(),
                    texts.get("channel_hint_" + link.platform()),
                    texts.format("channel_open", platform),
                    link.url(),
                    QrCode.of(link.url()),
                    texts.format("channel_qr", platform)));
        }
        return channels;
    }
}
