/**
 * The development issuer: an OpenID provider for a machine that has none, with users who need no password. In production
 * mode it is off, and what production deploys is without it.
 */
@NullMarked
package io.gatehouse.dev.issuer;

import org.jspecify.annotations.NullMarked;
