/** Parses accounts into their canonical form, and the ids that platforms assign. Must not access the database. */
@NullMarked
package io.gatehouse.install.claim.account;

import org.jspecify.annotations.NullMarked;
