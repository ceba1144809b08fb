/**
 * An OpenID Connect client: discovery, authorization code with PKCE, ID tokens. It knows the provider and nothing of
 * browsers; who was signed in is told, and what follows from it is decided elsewhere.
 */
@NullMarked
package io.gatehouse.web.oidc;

import org.jspecify.annotations.NullMarked;
