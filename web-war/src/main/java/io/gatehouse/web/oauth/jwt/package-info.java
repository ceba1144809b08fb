/**
 * Verifies JSON web tokens with the semantics and configuration keys of MicroProfile JWT. It knows keys, issuers and
 * claims; what a verified token permits is decided elsewhere.
 */
@NullMarked
package io.gatehouse.web.oauth.jwt;

import org.jspecify.annotations.NullMarked;
