/** Chat messages and routes, for gateways. Turns requests into commands and outcomes into answers. */
@NullMarked
package io.gatehouse.web.chat;

import org.jspecify.annotations.NullMarked;
