/**
 * The development issuer: an OpenID provider for a machine that has none, with users who need no password. Must be off in
 * production mode; the EAR and the WAR for production do not contain it.
 */
@NullMarked
package io.gatehouse.dev.issuer;

import org.jspecify.annotations.NullMarked;
