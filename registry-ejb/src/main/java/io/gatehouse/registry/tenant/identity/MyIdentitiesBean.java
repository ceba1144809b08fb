package io.gatehouse.registry.tenant.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.IdentityView;
import io.gatehouse.contract.identity.MyIdentities;
import io.gatehouse.contract.identity.UnlinkResult;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Lists and unlinks a user's own identities. */
@ApplicationScoped
@RetriedTransaction
public class MyIdentitiesBean implements MyIdentities {

    private IdentityStore store;
    private Linking linking;
    private ConfirmationCodes codes;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public MyIdentitiesBean() {}

    @Inject
    public MyIdentitiesBean(IdentityStore store, Linking linking, ConfirmationCodes codes) {
        this.store = store;
        this.linking = linking;
        this.codes = codes;
    }

    @Override
    public Page<IdentityView> list(UserId user, PageRequest page) {
        List<Identity> oneMore = store.of(user, page.positionCursor(ListPosition::at), page.limit() + 1);
        return Page.of(oneMore, page.limit(), ListPosition::cursor).map(this::view);
    }

    @Override
    public Optional<IdentityView> find(UserId user, UUID identityId) {
        return own(user, identityId).map(this::view);
    }

    @Override
    public UnlinkResult unlink(UserId user, UUID identityId) {
        Optional<Identity> identity = own(user, identityId);
        if (identity.isEmpty()) {
            return new UnlinkResult.NotFound();
        }
        if (identity.get().account().namespace() == Namespace.AUTH_USER_ID) {
            return new UnlinkResult.SignInIdentity();
        }
        return linking.unlink(identityId, UnlinkReason.BY_USER)
                ? new UnlinkResult.Unlinked()
                : new UnlinkResult.NotFound();
    }

    private Optional<Identity> own(UserId user, UUID identityId) {
        return store.find(identityId).filter(link -> link.belongsTo(user)).map(ActiveLink::identity);
    }

    private IdentityView view(Identity identity) {
        return new IdentityView(
                identity.id(),
                identity.account().namespace().wireName(),
                identity.account().identifier(),
                identity.displayName(),
                identity.source().name().toLowerCase(Locale.ROOT),
                identity.linkedAt(),
                identity.verifiedAt(),
                identity.isPending() ? codes.of(identity.id()) : null);
    }
}
