package io.gatehouse.install.channel.chat;

import io.gatehouse.install.catalog.template.Template;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.install.claim.held.Envelope;

/**
 * A message whose sender and template are known.
 *
 * @param language of the reply: a supported language code
 * @param envelope in which the message is stored if it must wait for the sender's answer
 */
record Incoming(Sender sender, Template template, String messageId, String text, String language, Envelope envelope) {

    /** Keeps the text, which may hold an install token, out of logs. */
    @Override
    public String toString() {
        return "Incoming[" + sender.platform() + ", " + messageId + "]";
    }
}
