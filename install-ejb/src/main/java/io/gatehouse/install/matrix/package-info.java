/** Rooms of the homeserver as chat channels. Must not know how events come here. */
@NullMarked
package io.gatehouse.install.matrix;

import org.jspecify.annotations.NullMarked;
