/**
 * Redeems install tokens that a chat account sent: the checks before a token is spent, the order of locks, and what
 * commits together. Must not know how replies are worded.
 */
@NullMarked
package io.gatehouse.install.claim;

import org.jspecify.annotations.NullMarked;
