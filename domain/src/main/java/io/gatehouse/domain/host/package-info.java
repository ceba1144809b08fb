/** Hosts and the fact that agents run on them. Must not know of chat. */
@NullMarked
package io.gatehouse.domain.host;

import org.jspecify.annotations.NullMarked;
