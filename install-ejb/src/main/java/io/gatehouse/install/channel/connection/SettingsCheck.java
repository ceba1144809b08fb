package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.connection.ConnectionResult.Fault;
import io.gatehouse.contract.platform.PhoneNumber;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.claim.account.AccountReader;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates the settings of a connection before they are stored. Fields that the platform does not have are ignored.
 */
@Dependent
public class SettingsCheck {

    /** In characters. 16 characters from an alphabet of 64 are 96 bits; platforms issue longer ones. */
    private static final int MIN_KEY_LENGTH = 16;

    /** In bytes: no room has a longer id (Matrix specification, appendices, room IDs). */
    private static final int MAX_ROOM_ID_BYTES = 255;

    private final AccountReader accounts;
    private final boolean production;

    @Inject
    public SettingsCheck(AccountReader accounts, Settings settings) {
        this.accounts = accounts;
        this.production = settings.isProduction();
    }

    /** @param faults receives the faults */
    ConnectionSettings check(Platform platform, Map<String, String> given, List<Fault> faults) {
        Map<String, String> accepted = new HashMap<>();
        for (SettingField field : SettingField.of(platform)) {
            String value = given.get(field.wireName());
            String reason = fault(field, value);
            if (reason != null) {
                faults.add(new Fault("settings/" + field.wireName(), reason));
            } else if (value != null) {
                accepted.put(field.wireName(), value);
            }
        }
        return new ConnectionSettings(accepted);
    }

    private @Nullable String fault(SettingField field, @Nullable String value) {
        if (value == null) {
            return field.isRequired() ? "is missing" : null;
        }
        if (!field.accepts(value)) {
            return field.rule();
        }
        if (production && field.isKey() && value.length() < MIN_KEY_LENGTH) {
            return "must have at least " + MIN_KEY_LENGTH + " characters";
        }
        boolean isValid =
                switch (field) {
                    case DISPLAY_NUMBER -> isCallable(digits(value));
                    case ROOM_ID -> value.getBytes(StandardCharsets.UTF_8).length <= MAX_ROOM_ID_BYTES;
                    default -> true;
                };
        return isValid ? null : field.rule();
    }

    /** International numbers have 7 to 15 digits (E.164); a link to any other number does not work. */
    private static boolean isCallable(@Nullable String digits) {
        return digits != null && digits.length() >= 7 && digits.length() <= 15;
    }

    /**
     * Returns the address at which people reach the connection; null if the optional setting that it needs is missing.
     */
    @Nullable String address(Platform platform, ConnectionSettings settings) {
        return switch (platform) {
            case WHATSAPP -> digits(settings.get(SettingField.DISPLAY_NUMBER));
            case TELEGRAM -> settings.get(SettingField.BOT_USERNAME).replace("@", "");
            case SLACK -> settings.find(SettingField.APP_ID).orElse(null);
            case MATRIX -> settings.find(SettingField.ROOM_ID).orElse(null);
        };
    }

    /**
     * Test numbers of the platforms belong to no numbering plan and cannot be parsed; their digits are used as entered.
     */
    private @Nullable String digits(String displayNumber) {
        return accounts.readPhone(displayNumber)
                .map(PhoneNumber::digits)
                .orElseGet(() -> displayNumber.startsWith("0") ? null : displayNumber.replaceAll("\\D", ""));
    }
}
