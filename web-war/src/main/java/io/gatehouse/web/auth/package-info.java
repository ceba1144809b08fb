/**
 * The one authentication mechanism: from a bearer token, a signature or a browser's session to a caller with roles, or to
 * a refusal that is the same on every server. It parses and decides; whether a credential holds is found out elsewhere.
 */
@NullMarked
package io.gatehouse.web.auth;

import org.jspecify.annotations.NullMarked;
