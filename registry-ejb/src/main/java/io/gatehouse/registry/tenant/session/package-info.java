/** Stores the browser sessions that were signed out of. Must not know what a session contains. */
@NullMarked
package io.gatehouse.registry.tenant.session;

import org.jspecify.annotations.NullMarked;
