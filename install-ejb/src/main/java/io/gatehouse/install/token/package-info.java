/** The install token: minting, verification, both forms, keys. Must not access the database. */
@NullMarked
package io.gatehouse.install.token;

import org.jspecify.annotations.NullMarked;
