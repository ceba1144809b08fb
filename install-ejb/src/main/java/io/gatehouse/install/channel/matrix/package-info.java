/** Matrix rooms as chat channels. Must not know how events are received. */
@NullMarked
package io.gatehouse.install.channel.matrix;

import org.jspecify.annotations.NullMarked;
