package io.gatehouse.install.claim;

import io.gatehouse.contract.identity.LinkedAccount;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for what was received. A connection's secrets are its organization's, which so can sign whatever it likes: its
 * word changes the links alone that were proved by it. The deployment's own ways are believed of every link.
 *
 * @param organizationId of the connection; null for the deployment: its gateways, and its homeserver
 */
public record Voucher(@Nullable UUID organizationId) {

    public static final Voucher DEPLOYMENT = new Voucher(null);

    /** Whether its word takes from a link, or adds to it. */
    public boolean speaksFor(LinkedAccount link) {
        return speaksFor(link.provedBy());
    }

    /** The same, of a link that was proved by that organization's connection. */
    public boolean speaksFor(@Nullable UUID provedBy) {
        return organizationId == null || organizationId.equals(provedBy);
    }

    /** Within which ids are comparable: what a delivery names is a name among its own organization's alone. */
    public String scope(String named) {
        return organizationId == null ? named : "organization:" + organizationId + " " + named;
    }
}
