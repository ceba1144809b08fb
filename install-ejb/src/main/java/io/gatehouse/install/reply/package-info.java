/**
 * The words that are said to the senders of chat messages, and those that they answer with, in each language. Must not
 * know when which is said.
 */
@NullMarked
package io.gatehouse.install.reply;

import org.jspecify.annotations.NullMarked;
