/**
 * What is to be said in the chats of people: written where it is decided, sent by whichever node comes first, in the order
 * of each chat. Must not know what the words mean.
 */
@NullMarked
package io.gatehouse.install.outbox;

import org.jspecify.annotations.NullMarked;
