/**
 * Numbers that users typed: whom the account of such a number is asked about, and what its answer does. Must not know how
 * questions are put into words in a chat.
 */
@NullMarked
package io.gatehouse.install.typed;

import org.jspecify.annotations.NullMarked;
