/** Agents' messages over HTTP: sending, typing, and waiting for what comes. Must not know where rooms are kept. */
@NullMarked
package io.gatehouse.web.message;

import org.jspecify.annotations.NullMarked;
