package io.gatehouse.contract.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** Lets users list and unlink their own platform accounts. Ids of other users' identities are treated as unknown. */
public interface MyIdentities {

    /** Lists active identities of the user, newest link first. */
    Page<IdentityView> list(UserId user, PageRequest page);

    Optional<IdentityView> find(UserId user, UUID identityId);

    UnlinkResult unlink(UserId user, UUID identityId);
}
