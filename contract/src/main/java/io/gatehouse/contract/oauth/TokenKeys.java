package io.gatehouse.contract.oauth;

import java.util.List;

/**
 * RSA keys that sign tokens in the name of the deployment. All nodes have the same; each is published for a while before
 * it signs and until the last token that it signed has expired.
 */
public interface TokenKeys {

    /** The one that signs now. */
    SigningKey signing();

    /** All that a token may be verified with, the newest first, the one that signs next among them. */
    List<VerificationKey> published();
}
