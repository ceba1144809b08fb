/**
 * The texts of replies to senders, and the words that senders answer with, in each language. Must not know when a reply
 * is sent.
 */
@NullMarked
package io.gatehouse.install.channel.reply;

import org.jspecify.annotations.NullMarked;
