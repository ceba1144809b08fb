/**
 * A copy of the tokens' hashes and their owners in the account data of the application service's sender: written after
 * every change, and restored into an empty database at the start. The database is authoritative and does not depend on
 * the copy. The copy is sealed, and trusted only as far as the seal verifies.
 */
@NullMarked
package io.gatehouse.registry.credential.mirror;

import org.jspecify.annotations.NullMarked;
