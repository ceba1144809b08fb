package io.gatehouse.contract.platform;

import io.gatehouse.contract.platform.AccountReading.Account;
import io.gatehouse.contract.platform.AccountReading.Malformed;
import io.gatehouse.contract.platform.AccountReading.Unsupported;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses WhatsApp's user identifiers: JIDs, linked identities, business-scoped user ids, bare numbers. */
final class WhatsAppIds {

    static final String PHONE_SERVER = "s.whatsapp.net";
    static final String LID_SERVER = "lid";

    /** The digits of a user, then optionally an agent and a device, which do not identify the user. */
    private static final Pattern USER = Pattern.compile("(\\d{1,20})(?:\\.\\d{1,3})?(?::\\d{1,5})?");

    private static final Pattern PHONE_DIGITS = Pattern.compile("[1-9]\\d{6,14}");
    private static final Pattern LID_DIGITS = Pattern.compile("[1-9]\\d{0,19}");
    private static final Pattern BUSINESS_SCOPED = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    private final String defaultRegion;

    WhatsAppIds(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    AccountReading read(String id) {
        int at = id.lastIndexOf('@');
        if (at >= 0) {
            return readJid(id.substring(0, at), id.substring(at + 1).toLowerCase(Locale.ROOT));
        }
        Matcher scoped = BUSINESS_SCOPED.matcher(id);
        return scoped.matches() ? businessScoped(id, scoped.group(1) != null) : readNumber(id);
    }

    /** Parses a field for linked identities: digits without a server are a linked identity. */
    AccountReading readLinkedIdentity(String id) {
        return LID_DIGITS.matcher(id).matches() ? readJid(id, LID_SERVER) : read(id);
    }

    /** Parses by the server of the JID: the digits of a linked identity look like a phone number but are not one. */
    private static AccountReading readJid(String user, String server) {
        return switch (server) {
            case PHONE_SERVER, "c.us", "hosted" ->
                readUser(user, PHONE_DIGITS)
                        .<AccountReading>map(digits -> new Account(phoneJid(digits)))
                        .orElse(new Malformed("the user of the JID is no phone number"));
            case LID_SERVER, "hosted.lid" ->
                readUser(user, LID_DIGITS)
                        .<AccountReading>map(digits ->
                                new Account(PlatformAccount.plain(Namespace.WA_LID, digits + "@" + LID_SERVER)))
                        .orElse(new Malformed("the user of the LID is no number"));
            case "g.us" -> new Unsupported("a WhatsApp group is no user");
            case "broadcast" -> new Unsupported("a WhatsApp broadcast list is no user");
            case "newsletter" -> new Unsupported("a WhatsApp channel is no user");
            case "bot" -> new Unsupported("a WhatsApp bot is no user");
            default -> new Malformed("no server of WhatsApp's");
        };
    }

    private static Optional<String> readUser(String user, Pattern digits) {
        Matcher matcher = USER.matcher(user);
        return matcher.matches() && digits.matcher(matcher.group(1)).matches()
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    private static PlatformAccount phoneJid(String digits) {
        return new PlatformAccount(Namespace.WA_JID, digits + "@" + PHONE_SERVER, NumberVariants.matchKey(digits));
    }

    private static AccountReading businessScoped(String id, boolean parent) {
        return new Account(PlatformAccount.plain(parent ? Namespace.WA_PARENT_BSUID : Namespace.WA_BSUID, id));
    }

    /**
     * Parses a bare number. The Cloud API writes international digits without a plus; they are accepted whatever
     * numbering plans say. Other forms, with a leading zero or spaces, are parsed as people write numbers.
     */
    private AccountReading readNumber(String text) {
        return PhoneNumber.ofPlatform(text)
                .or(() -> PhoneNumber.parse(text, defaultRegion))
                .<AccountReading>map(number -> new Account(phoneJid(number.digits())))
                .orElse(new Malformed("neither a JID, nor a business-scoped user id, nor a phone number"));
    }
}
