/**
 * Validation of opaque bearer tokens and signed requests, and revocation of tokens. Implemented by the registry; no
 * secret is held longer than a call.
 */
@NullMarked
package io.gatehouse.contract.access;

import org.jspecify.annotations.NullMarked;
