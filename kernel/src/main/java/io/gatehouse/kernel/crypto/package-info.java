/**
 * Derives keys, seals secrets at rest and reads the public keys of issuers. Works on its arguments only; must not read
 * configuration, hold a secret key in a static field, or access the database.
 */
@NullMarked
package io.gatehouse.kernel.crypto;

import org.jspecify.annotations.NullMarked;
