/** Remembers the browser sessions that were signed out of. Must not know what a session holds. */
@NullMarked
package io.gatehouse.registry.session;

import org.jspecify.annotations.NullMarked;
