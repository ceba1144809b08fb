/**
 * Redeeming an install token from a chat account: what is checked before it is spent, the order of locks, and what commits
 * together. Must not know how messages are written.
 */
@NullMarked
package io.gatehouse.install.claim;

import org.jspecify.annotations.NullMarked;
