package io.gatehouse.registry.tenant.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkProof;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.registry.tenant.organization.OrganizationStore;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links accounts for other modules, in their transactions. */
@Stateless
@Local(IdentityLinks.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IdentityLinksBean implements IdentityLinks {

    private IdentityStore store;
    private OrganizationStore organizations;
    private Linking linking;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public IdentityLinksBean() {}

    @Inject
    public IdentityLinksBean(IdentityStore store, OrganizationStore organizations, Linking linking) {
        this.store = store;
        this.organizations = organizations;
        this.linking = linking;
    }

    @Override
    public Optional<LinkedAccount> find(PlatformAccount account) {
        return store.findActive(account.activeKey()).map(ActiveLink::asLinkedAccount);
    }

    @Override
    public boolean wouldConflict(UserId user, PlatformAccount account) {
        return store.findActive(account.activeKey())
                .filter(link -> !link.belongsTo(user))
                .isPresent();
    }

    @Override
    public LinkResult link(UserId user, PlatformAccount account, LinkProof proof) {
        return organizations
                .findPersonalMember(user)
                .map(member ->
                        linking.link(member, account, proof, proof.source().isProof()))
                .orElseGet(LinkResult.NoMember::new);
    }

    @Override
    public boolean confirm(UUID identityId, @Nullable UUID organizationId) {
        return linking.confirm(identityId, organizationId);
    }

    @Override
    public boolean unlink(UUID identityId, UnlinkReason reason) {
        return linking.unlink(identityId, reason);
    }

    @Override
    public boolean unlinkPending(UUID identityId, UnlinkReason reason) {
        return linking.unlinkPending(identityId, reason);
    }
}
