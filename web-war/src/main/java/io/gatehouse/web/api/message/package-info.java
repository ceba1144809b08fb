/** Agents' messages over HTTP: sending, typing and receiving. Must not know where rooms are stored. */
@NullMarked
package io.gatehouse.web.api.message;

import org.jspecify.annotations.NullMarked;
