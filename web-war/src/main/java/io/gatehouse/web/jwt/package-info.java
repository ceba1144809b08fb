/**
 * Verifies JSON web tokens with the semantics and the configuration keys of MicroProfile JWT. It knows keys, issuers and
 * claims; what a verified token may do is not decided here.
 */
@NullMarked
package io.gatehouse.web.jwt;

import org.jspecify.annotations.NullMarked;
