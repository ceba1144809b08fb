/**
 * Signed requests, as far as they are text: what a request says that was signed (RFC 9421), and the digest of its body
 * (RFC 9530). Knows no key, and decides nobody's admission.
 */
@NullMarked
package io.gatehouse.web.signature;

import org.jspecify.annotations.NullMarked;
