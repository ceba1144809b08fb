package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.connection.ConnectionResult.Fault;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.http.ApiAddress;
import io.gatehouse.install.channel.reply.Languages;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Validates the properties of a connection that an administrator submits. It checks all of them, so that all faults are
 * reported together.
 */
@Dependent
public class ConnectionForm {

    private static final int MAX_NAME_LENGTH = 200;

    private final SettingsCheck settings;
    private final boolean internalAddresses;

    @Inject
    public ConnectionForm(SettingsCheck settings, Settings configuration) {
        this.settings = settings;
        this.internalAddresses = configuration.channels().internalAddresses();
    }

    /**
     * The validated properties.
     *
     * @param apiBaseUrl null for the platform's own
     * @param address where people reach the connection; null if that needs an optional setting that was not given
     * @param faults if there are any, the other properties must not be used
     */
    record Parsed(
            String name,
            String language,
            @Nullable String apiBaseUrl,
            ConnectionSettings settings,
            @Nullable String address,
            List<Fault> faults) {}

    Parsed read(
            Platform platform,
            String name,
            @Nullable String language,
            @Nullable String apiBaseUrl,
            Map<String, String> given) {
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            faults.add(new Fault("name", "must have 1 to " + MAX_NAME_LENGTH + " characters"));
        }
        String code = language == null ? Languages.DEFAULT : language;
        if (!Languages.isSupported(code)) {
            faults.add(new Fault("language", "must be one of " + String.join(", ", Languages.supported())));
        }
        String url = apiBaseUrl(apiBaseUrl, faults);
        ConnectionSettings checked = settings.check(platform, given, faults);
        String address = faults.isEmpty() ? settings.address(platform, checked) : null;
        return new Parsed(name.strip(), code, url, checked, address, faults);
    }

    private @Nullable String apiBaseUrl(@Nullable String given, List<Fault> faults) {
        if (given == null) {
            return null;
        }
        ApiAddress.Reading reading = ApiAddress.read(given, internalAddresses);
        if (reading instanceof ApiAddress.Reading.Accepted accepted) {
            return accepted.url();
        }
        faults.add(new Fault("apiBaseUrl", ((ApiAddress.Reading.Refused) reading).why()));
        return null;
    }

    static Optional<Platform> platform(String name, List<Fault> faults) {
        Optional<Platform> platform = Platform.ofWireName(name);
        if (platform.isEmpty()) {
            faults.add(new Fault("platform", "must be whatsapp, telegram, slack or matrix"));
        }
        return platform;
    }
}
