/**
 * The textual part of signed requests: the signature fields (RFC 9421) and the digest of the body (RFC 9530). Knows no
 * keys and does not authenticate anyone.
 */
@NullMarked
package io.gatehouse.web.edge.signature;

import org.jspecify.annotations.NullMarked;
