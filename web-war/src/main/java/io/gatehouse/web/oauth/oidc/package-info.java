/**
 * An OpenID Connect client: discovery, authorization code with PKCE, ID tokens. It knows the provider but nothing of
 * browsers or sessions; it reports who signed in and leaves the rest to its callers.
 */
@NullMarked
package io.gatehouse.web.oauth.oidc;

import org.jspecify.annotations.NullMarked;
