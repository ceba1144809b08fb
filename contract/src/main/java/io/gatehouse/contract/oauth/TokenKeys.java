package io.gatehouse.contract.oauth;

import java.util.List;

/**
 * RSA keys that sign tokens in the name of the deployment, the same on all nodes. Each key is published for the lead
 * time before it signs, and until the last token that it signed has expired.
 */
public interface TokenKeys {

    /** Returns the key that signs now. */
    SigningKey signing();

    /** Returns all keys that a token may be verified with, newest first, including the one that signs next. */
    List<VerificationKey> published();
}
