package io.gatehouse.install.catalog.template;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallTokenMint;
import io.gatehouse.contract.install.MintResult;
import io.gatehouse.contract.install.MintResult.DeepLink;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.catalog.template.TemplateLookup.Found;
import io.gatehouse.install.token.InstallTokens;
import io.gatehouse.install.token.MintedToken;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mints without a transaction: nothing is written, and templates are cached. */
@ApplicationScoped
public class InstallTokenMintBean implements InstallTokenMint {

    private Templates templates;
    private InstallTokens tokens;
    private Duration timeToLive;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InstallTokenMintBean() {}

    @Inject
    public InstallTokenMintBean(Templates templates, InstallTokens tokens, Settings settings) {
        this.templates = templates;
        this.tokens = tokens;
        this.timeToLive = settings.install().tokenTtl();
    }

    @Override
    public MintResult mint(UserId user, String template, @Nullable String platform) {
        Optional<Platform> requested = Optional.ofNullable(platform).flatMap(Platform::ofWireName);
        if (platform != null && requested.isEmpty()) {
            return new MintResult.UnknownPlatform(platform);
        }
        TemplateLookup lookup = templates.find(template);
        if (lookup instanceof TemplateLookup.NotInstallable refused) {
            return new MintResult.NotInstallable(refused.why());
        }
        if (lookup instanceof Found found) {
            UUID agentId = found.template().agentId();
            MintedToken token = tokens.mint(user, agentId);
            return new MintResult.Minted(token.longForm(), timeToLive, links(agentId, requested, token));
        }
        return new MintResult.UnknownTemplate();
    }

    private List<DeepLink> links(UUID templateAgentId, Optional<Platform> requested, MintedToken token) {
        return templates.channels(templateAgentId).stream()
                .filter(channel -> requested.isEmpty() || requested.get() == channel.platform())
                .flatMap(channel -> DeepLinks.of(channel, token).stream())
                .toList();
    }
}
