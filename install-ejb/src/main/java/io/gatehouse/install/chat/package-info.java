/**
 * Chat messages from the door to the answer: who sent it, whether it was answered before, and what it asks for. One
 * message is one transaction. Must not know how a token is redeemed.
 */
@NullMarked
package io.gatehouse.install.chat;

import org.jspecify.annotations.NullMarked;
