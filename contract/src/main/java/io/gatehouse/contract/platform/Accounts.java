package io.gatehouse.contract.platform;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.platform.AccountReading.Account;
import io.gatehouse.contract.platform.AccountReading.Malformed;
import io.gatehouse.contract.platform.AccountReading.Unsupported;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Parses platforms' user identifiers into canonical form: two identifiers, however they are written, are the same
 * account if and only if the parsed accounts match.
 */
public final class Accounts {

    private static final int MAX_IDENTIFIER_BYTES = 255;
    private static final Malformed TOO_LONG_OR_EMPTY =
            new Malformed("an identifier has 1 to " + MAX_IDENTIFIER_BYTES + " bytes");
    private static final Pattern TELEGRAM_USER = Pattern.compile("[1-9]\\d{0,18}");
    private static final Pattern TELEGRAM_CHAT = Pattern.compile("-\\d{1,19}");
    private static final Pattern SLACK_MEMBER = Pattern.compile("[TE][A-Z0-9]{2,30}:[UW][A-Z0-9]{2,30}");
    private static final Pattern SLACK_BOT = Pattern.compile("[TE][A-Z0-9]{2,30}:(?:B[A-Z0-9]{2,30}|USLACKBOT)");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}\\p{Cs}]{1,64}@[^\\s@\\p{Cntrl}\\p{Cs}]{1,190}");

    /** Any printable ASCII except the colon, which historical user ids allow, then a server name. */
    private static final Pattern MATRIX_USER =
            Pattern.compile("@[\\x21-\\x39\\x3B-\\x7E]+:(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    private final String defaultRegion;
    private final WhatsAppIds whatsApp;

    /** @param defaultRegion the region whose national phone numbers are understood: two letters, ISO 3166-1 */
    public Accounts(String defaultRegion) {
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(defaultRegion)) {
            throw new IllegalArgumentException("no region with phone numbers of its own: " + defaultRegion);
        }
        this.defaultRegion = defaultRegion;
        this.whatsApp = new WhatsAppIds(defaultRegion);
    }

    /** Parses the sender of a message. */
    public AccountReading read(Platform platform, String platformUserId) {
        String id = platformUserId.strip();
        if (!fits(id)) {
            return TOO_LONG_OR_EMPTY;
        }
        return switch (platform) {
            case WHATSAPP -> whatsApp.read(id);
            case TELEGRAM -> readTelegram(id);
            case SLACK -> readSlack(id);
            case MATRIX -> readMatrix(id);
        };
    }

    /**
     * Parses another account of a sender, whose namespace came with it. If a WhatsApp identifier tells its own kind,
     * that takes precedence over the field it came in.
     */
    public AccountReading readAlias(Namespace namespace, String identifier) {
        String id = identifier.strip();
        if (!fits(id)) {
            return TOO_LONG_OR_EMPTY;
        }
        return switch (namespace) {
            case WA_JID, WA_BSUID, WA_PARENT_BSUID -> read(Platform.WHATSAPP, id);
            case WA_LID -> whatsApp.readLinkedIdentity(id);
            case PHONE -> id.indexOf('@') >= 0 ? read(Platform.WHATSAPP, id) : readPhone(id);
            case SLACK_USER_ID -> read(Platform.SLACK, id);
            case TELEGRAM_USER_ID -> read(Platform.TELEGRAM, id);
            case MATRIX_USER_ID -> read(Platform.MATRIX, id);
            case EMAIL -> readEmail(id);
            case AUTH_USER_ID -> readUserId(id);
        };
    }

    /** Parses a phone number as a person types it. */
    public Optional<PhoneNumber> readPhoneNumber(String text) {
        return PhoneNumber.parse(text, defaultRegion);
    }

    /** For a sender, not a form: the platform vouches for the number, so digits without a plus are international. */
    private AccountReading readPhone(String text) {
        return PhoneNumber.ofPlatform(text)
                .or(() -> readPhoneNumber(text))
                .<AccountReading>map(number -> new Account(number.account()))
                .orElse(new Malformed("no phone number"));
    }

    private static boolean fits(String id) {
        return !id.isEmpty() && id.getBytes(StandardCharsets.UTF_8).length <= MAX_IDENTIFIER_BYTES;
    }

    private static AccountReading readTelegram(String id) {
        if (TELEGRAM_CHAT.matcher(id).matches()) {
            return new Unsupported("a Telegram group or channel is no user");
        }
        return TELEGRAM_USER.matcher(id).matches()
                ? plain(Namespace.TELEGRAM_USER_ID, id)
                : new Malformed("a Telegram user id is a positive number");
    }

    private static AccountReading readSlack(String id) {
        if (SLACK_BOT.matcher(id).matches()) {
            return new Unsupported("a Slack bot is no user");
        }
        return SLACK_MEMBER.matcher(id).matches()
                ? plain(Namespace.SLACK_USER_ID, id)
                : new Malformed("a Slack user is a team id and a user id, as in T012AB3C4:U012A3CDE");
    }

    /**
     * Parses a Matrix user id without case folding: both parts are case-sensitive (Matrix specification, appendix
     * "Identifier grammar").
     */
    private static AccountReading readMatrix(String id) {
        return MATRIX_USER.matcher(id).matches()
                ? plain(Namespace.MATRIX_USER_ID, id)
                : new Malformed("a Matrix user id is @localpart:server");
    }

    private static AccountReading readEmail(String text) {
        return EMAIL.matcher(text).matches()
                ? new Account(new PlatformAccount(Namespace.EMAIL, text, text.toLowerCase(Locale.ROOT)))
                : new Malformed("no e-mail address");
    }

    private static AccountReading readUserId(String text) {
        try {
            return plain(Namespace.AUTH_USER_ID, new UserId(UUID.fromString(text)).toString());
        } catch (IllegalArgumentException e) {
            return new Malformed("no user id");
        }
    }

    private static AccountReading plain(Namespace namespace, String identifier) {
        return new Account(PlatformAccount.plain(namespace, identifier));
    }
}
