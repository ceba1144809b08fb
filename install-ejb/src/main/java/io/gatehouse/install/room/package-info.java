/** The chats of people as rooms that agents talk in. Must not know what is said there. */
@NullMarked
package io.gatehouse.install.room;

import org.jspecify.annotations.NullMarked;
