/**
 * OAuth endpoints for tokens: introspection, revocation, exchange, and the keys and metadata for verifiers. Must not
 * decide whether a token is valid, nor authenticate callers.
 */
@NullMarked
package io.gatehouse.web.oauth;

import org.jspecify.annotations.NullMarked;
