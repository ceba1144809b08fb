/** What tokens and keys that Gatehouse hands out have in common: scopes, and an end. Must not hold a secret, nor its hash. */
@NullMarked
package io.gatehouse.domain.credential;

import org.jspecify.annotations.NullMarked;
