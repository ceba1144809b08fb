/**
 * What all tokens and keys issued by Gatehouse have in common: scopes and expiry. Must not contain a secret or its
 * hash.
 */
@NullMarked
package io.gatehouse.domain.credential;

import org.jspecify.annotations.NullMarked;
