/** Chat messages and where they are routed. Implemented by the install module. */
@NullMarked
package io.gatehouse.contract.chat;

import org.jspecify.annotations.NullMarked;
