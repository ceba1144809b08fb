/** What a homeserver pushes to its application service. Must not know the transport. */
@NullMarked
package io.gatehouse.contract.appservice;

import org.jspecify.annotations.NullMarked;
