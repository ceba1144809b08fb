package io.gatehouse.install.template;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallTokenMint;
import io.gatehouse.contract.install.MintResult;
import io.gatehouse.contract.install.MintResult.DeepLink;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.template.TemplateLookup.Found;
import io.gatehouse.install.token.InstallTokens;
import io.gatehouse.install.token.MintedToken;
import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mints without a transaction: there is nothing to write, and what is read is remembered. */
@Stateless
@Local(InstallTokenMint.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
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
        Optional<Platform> wanted = Optional.ofNullable(platform).flatMap(Platform::ofWireName);
        if (platform != null && wanted.isEmpty()) {
            return new MintResult.UnknownPlatform(platform);
        }
        TemplateLookup lookup = templates.find(template);
        if (lookup instanceof TemplateLookup.NotInstallable refused) {
            return new MintResult.NotInstallable(refused.why());
        }
        if (lookup instanceof Found found) {
            UUID agentId = found.template().agentId();
            MintedToken token = tokens.mint(user, agentId);
            return new MintResult.Minted(token.longForm(), timeToLive, links(agentId, wanted, token));
        }
        return new MintResult.UnknownTemplate();
    }

    private List<DeepLink> links(UUID templateAgentId, Optional<Platform> wanted, MintedToken token) {
        return templates.channels(templateAgentId).stream()
                .filter(channel -> wanted.isEmpty() || wanted.get() == channel.platform())
                .flatMap(channel -> DeepLinks.of(channel, token).stream())
                .toList();
    }
}
