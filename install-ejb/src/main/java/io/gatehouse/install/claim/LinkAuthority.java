package io.gatehouse.install.claim;

import io.gatehouse.contract.identity.LinkedAccount;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which links a message may change, depending on how it was received. An organization knows the secrets of its connections and
 * can sign any delivery: its messages change only links that were proved through its own connections. Messages that the
 * deployment itself received may change every link.
 *
 * @param organizationId of the connection; null for the deployment: its gateways and its homeserver
 */
public record LinkAuthority(@Nullable UUID organizationId) {
    public static final LinkAuthority DEPLOYMENT = new LinkAuthority(null);

    /** Whether messages of this authority may end the link or add to it. */
    public boolean covers(LinkedAccount link) {
        return covers(link.provedBy());
    }

    /** @param provedBy the organization through whose connection the link was proved; null for the deployment */
    public boolean covers(@Nullable UUID provedBy) {
        return organizationId == null || organizationId.equals(provedBy);
    }

    /**
     * Returns the scope within which scoped ids are comparable: an id in an organization's delivery is compared only with
     * ids of the same organization.
     */
    public String scope(String named) {
        return organizationId == null ? named : "organization:" + organizationId + " " + named;
    }
}
