/**
 * The authentication mechanism. It turns a bearer token, a signature or a browser session into a caller with roles, or
 * into a refusal that is the same on every server. It parses and decides; other packages check whether a credential is
 * valid.
 */
@NullMarked
package io.gatehouse.web.oauth.auth;

import org.jspecify.annotations.NullMarked;
