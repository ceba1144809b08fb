/**
 * Accounts that change their owner: people with a new account, and reassigned numbers. Creates and ends links on the
 * platform's report alone. Must not know the platforms' formats.
 */
@NullMarked
package io.gatehouse.install.claim.move;

import org.jspecify.annotations.NullMarked;
