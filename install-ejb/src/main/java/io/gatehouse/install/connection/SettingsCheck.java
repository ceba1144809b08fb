package io.gatehouse.install.connection;

import io.gatehouse.contract.connection.ConnectionResult.Fault;
import io.gatehouse.contract.platform.PhoneNumber;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the settings of a connection before they are kept. Fields that the platform has none of are left out. */
@Dependent
public class SettingsCheck {

    /** 16 characters from an alphabet of 64 are 96 bits; platforms make longer ones. */
    private static final int SHORTEST_KEY = 16;

    /** In bytes (Matrix specification, appendices, room IDs): with more, no room has it. */
    private static final int LONGEST_ROOM = 255;

    private final AccountReader accounts;
    private final boolean production;

    @Inject
    public SettingsCheck(AccountReader accounts, Settings settings) {
        this.accounts = accounts;
        this.production = settings.isProduction();
    }

    /** @param faults takes what is wrong */
    ConnectionSettings check(Platform platform, Map<String, String> given, List<Fault> faults) {
        Map<String, String> taken = new HashMap<>();
        for (SettingField field : SettingField.of(platform)) {
            String value = given.get(field.wireName());
            String why = fault(field, value);
            if (why != null) {
                faults.add(new Fault("settings/" + field.wireName(), why));
            } else if (value != null) {
                taken.put(field.wireName(), value);
            }
        }
        return new ConnectionSettings(taken);
    }

    private @Nullable String fault(SettingField field, @Nullable String value) {
        if (value == null) {
            return field.isRequired() ? "is missing" : null;
        }
        if (!field.accepts(value)) {
            return field.rule();
        }
        if (production && field.isKey() && value.length() < SHORTEST_KEY) {
            return "must have at least " + SHORTEST_KEY + " characters";
        }
        boolean fits =
                switch (field) {
                    case DISPLAY_NUMBER -> isCallable(digits(value));
                    case ROOM_ID -> value.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ROOM;
                    default -> true;
                };
        return fits ? null : field.rule();
    }

    /** International numbers have 7 to 15 digits (E.164); a link to any other leads nowhere. */
    private static boolean isCallable(@Nullable String digits) {
        return digits != null && digits.length() >= 7 && digits.length() <= 15;
    }

    /** Where people reach the connection; null where a link needs what the platform does not have. */
    @Nullable String address(Platform platform, ConnectionSettings settings) {
        return switch (platform) {
            case WHATSAPP -> digits(settings.get(SettingField.DISPLAY_NUMBER));
            case TELEGRAM -> settings.get(SettingField.BOT_USERNAME).replace("@", "");
            case SLACK -> settings.find(SettingField.APP_ID).orElse(null);
            case MATRIX -> settings.find(SettingField.ROOM_ID).orElse(null);
        };
    }

    /** Numbers that platforms give out for tests are in no numbering plan: for them the digits count as they stand. */
    private @Nullable String digits(String displayNumber) {
        return accounts.readPhone(displayNumber)
                .map(PhoneNumber::digits)
                .orElseGet(() -> displayNumber.startsWith("0") ? null : displayNumber.replaceAll("\\D", ""));
    }
}
