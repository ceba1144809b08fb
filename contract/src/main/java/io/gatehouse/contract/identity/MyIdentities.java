package io.gatehouse.contract.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** What users see and unlink of their own platform accounts. An id of somebody else's is as good as none. */
public interface MyIdentities {

    /** Active identities of the user, newest link first. */
    Page<IdentityView> list(UserId user, PageRequest page);

    Optional<IdentityView> find(UserId user, UUID identityId);

    UnlinkResult unlink(UserId user, UUID identityId);
}
