/** How agents talk: what they send, that they type, and what waits for them. Must not know where rooms are kept. */
@NullMarked
package io.gatehouse.contract.message;

import org.jspecify.annotations.NullMarked;
