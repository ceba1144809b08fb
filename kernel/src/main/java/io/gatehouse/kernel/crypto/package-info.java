/**
 * Deriving keys, sealing secrets at rest, and reading the public keys of issuers. Works on bytes and texts that are handed
 * in; must not read configuration, hold a secret key in a static field, or reach the database.
 */
@NullMarked
package io.gatehouse.kernel.crypto;

import org.jspecify.annotations.NullMarked;
