package io.gatehouse.blackbox.client;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** An account on a chat platform, as named by a gateway. */
public record ChatAccount(String platform, String platformUserId) {

    /** A new WhatsApp account: a British mobile number's JID. */
    public static ChatAccount whatsapp() {
        return whatsapp(
                "447%09d@s.whatsapp.net".formatted(ThreadLocalRandom.current().nextInt(100_000_000, 400_000_000)));
    }

    public static ChatAccount whatsapp(String jid) {
        return new ChatAccount("whatsapp", jid);
    }

    /** A new message id. */
    public static String newMessageId() {
        return "wamid." + UUID.randomUUID();
    }
}
