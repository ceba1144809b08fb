/** What a homeserver pushes to its application service. Must not know how it comes here. */
@NullMarked
package io.gatehouse.contract.appservice;

import org.jspecify.annotations.NullMarked;
