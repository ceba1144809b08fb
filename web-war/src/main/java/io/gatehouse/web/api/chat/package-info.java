/** Chat messages and routes, for gateways. Converts requests to commands, and outcomes to answers. */
@NullMarked
package io.gatehouse.web.api.chat;

import org.jspecify.annotations.NullMarked;
