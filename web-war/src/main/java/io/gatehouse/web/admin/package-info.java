/**
 * The administration API, under {@code /api/admin}: what stands here is the whole of it, for consoles as for scripts. Who
 * reaches what is decided behind the contracts; here it is only found out who asks.
 */
@NullMarked
package io.gatehouse.web.admin;

import org.jspecify.annotations.NullMarked;
