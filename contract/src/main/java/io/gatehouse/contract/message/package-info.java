/** What agents send, their typing notifications, and their inboxes. Must not know where rooms are stored. */
@NullMarked
package io.gatehouse.contract.message;

import org.jspecify.annotations.NullMarked;
