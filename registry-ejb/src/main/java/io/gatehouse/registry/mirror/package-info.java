/**
 * A copy of the tokens' hashes, and of whose they are, in the account data of the application service's sender: written
 * after every change, taken back into an empty database at the start. The database is the truth and knows nothing of it;
 * what the homeserver keeps is sealed, and believed only as far as the seal goes.
 */
@NullMarked
package io.gatehouse.registry.mirror;

import org.jspecify.annotations.NullMarked;
