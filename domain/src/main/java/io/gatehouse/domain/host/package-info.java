/** Hosts, and which agents run on them. Must not know chat. */
@NullMarked
package io.gatehouse.domain.host;

import org.jspecify.annotations.NullMarked;
