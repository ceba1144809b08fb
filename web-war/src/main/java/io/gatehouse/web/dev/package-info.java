/**
 * The development issuer: an OpenID provider for a machine that has none, with users who need no password. It exists
 * outside production mode only, and nothing but the list of trusted issuers may depend on it.
 */
@NullMarked
package io.gatehouse.web.dev;

import org.jspecify.annotations.NullMarked;
