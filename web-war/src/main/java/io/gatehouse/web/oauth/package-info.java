/**
 * Tokens as OAuth has them: introspection, revocation, exchange, and the keys and metadata that verifiers look up. Must
 * not judge how a token stands, nor let anybody in.
 */
@NullMarked
package io.gatehouse.web.oauth;

import org.jspecify.annotations.NullMarked;
