/** Chats of people, as rooms that agents write to. Must not know the texts. */
@NullMarked
package io.gatehouse.install.channel.room;

import org.jspecify.annotations.NullMarked;
