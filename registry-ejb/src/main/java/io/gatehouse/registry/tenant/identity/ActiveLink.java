package io.gatehouse.registry.tenant.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.domain.organization.Member;
import java.util.UUID;

/** An active or pending identity and the member that it belongs to, as read. */
record ActiveLink(Identity identity, Member member) {

    boolean belongsTo(UserId user) {
        return member.user().equals(user);
    }

    UUID organizationId() {
        return member.organizationId();
    }

    LinkedAccount asLinkedAccount() {
        return new LinkedAccount(
                identity.id(),
                member.user(),
                member.verifiedEmail(),
                identity.source(),
                identity.linkedAt(),
                identity.verifiedAt(),
                identity.provedBy(),
                identity.cameWith());
    }
}
