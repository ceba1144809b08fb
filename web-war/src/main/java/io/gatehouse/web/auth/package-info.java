/**
 * The one authentication mechanism: from an {@code Authorization} header to a caller with roles, or to a refusal that is
 * the same on every server. It parses and decides; verifying JWTs and opaque tokens happens elsewhere.
 */
@NullMarked
package io.gatehouse.web.auth;

import org.jspecify.annotations.NullMarked;
