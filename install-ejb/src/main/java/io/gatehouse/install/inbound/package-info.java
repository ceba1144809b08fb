/**
 * Chat messages between the door and the answer: kept sealed, worked off one after another in each chat, by whichever
 * node comes first. Must not know how a platform writes them.
 */
@NullMarked
package io.gatehouse.install.inbound;

import org.jspecify.annotations.NullMarked;
