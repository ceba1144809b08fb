package io.gatehouse.kernel.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the configuration before anything starts. One message names every wrong key.
 *
 * <p>Checks each key by itself first, then keys that depend on each other. A fault that both checks find is reported
 * once.
 */
public final class StartCheck {

    /** Additional rules; their faults are reported in the same message. */
    private static final List<ConfigurationRule> RULES = List.of(new ProductionRule(), new JwtKeysRule());

    private static final Pattern KEY = Pattern.compile("^[a-z]+(?:\\.[a-z0-9-]+)+");

    private final Settings settings;
    private final Set<String> faults = new LinkedHashSet<>();

    private StartCheck(Settings settings) {
        this.settings = settings;
    }

    /** @throws ConfigurationException if a value is invalid, or production would run with a development default */
    public static void require(Settings settings) {
        require(settings, RULES);
    }

    /**
     * The same, and requires an identity provider in development mode too if the deployment does not contain the
     * development issuer.
     *
     * @param developmentIssuer whether the deployment contains it
     */
    public static void require(Settings settings, boolean developmentIssuer) {
        require(
                settings,
                Stream.concat(RULES.stream(), Stream.of(new IssuerRule(developmentIssuer)))
                        .toList());
    }

    static void require(Settings settings, List<ConfigurationRule> rules) {
        StartCheck check = new StartCheck(settings);
        check.checkEachKey();
        check.checkGroups();
        rules.forEach(rule -> check.collectFault(() -> check.faults.addAll(rule.faults(settings))));
        check.checkCreatedSecrets();
        if (!check.faults.isEmpty()) {
            throw new ConfigurationException("Gatehouse cannot run with this configuration:\n  - "
                    + String.join(
                            "\n  - ",
                            check.faults.stream().map(StartCheck::withVariable).toList()));
        }
    }

    private void checkEachKey() {
        Keys.names()
                .forEach(key -> collectFault(() -> {
                    if (Keys.isSecret(key)) {
                        settings.secret(key);
                    } else {
                        settings.text(key);
                    }
                }));
    }

    private void checkGroups() {
        collectFault(settings::mode);
        collectFault(settings::publicUrl);
        collectFault(settings::dataDirectory);
        collectFault(settings::database);
        collectFault(settings::install);
        collectFault(settings::rates);
        collectFault(settings::messages);
        collectFault(settings::registry);
        collectFault(settings::tokenMirror);
        collectFault(settings::oauth);
        collectFault(settings::phoneDefaultRegion);
        collectFault(settings::serverName);
        collectFault(settings::channels);
        collectFault(() -> OidcSettings.from(settings));
        collectFault(() -> SessionSettings.from(settings));
    }

    /** Checks the secrets that development creates if they are not set. None is created for a start that is refused. */
    private void checkCreatedSecrets() {
        boolean production = isProduction();
        if (production || faults.isEmpty()) {
            collectFault(() -> {
                MatrixKeys keys = settings.matrixKeys();
                if (keys.hasHomeserver()) {
                    keys.checks().forEach(this::collectFault);
                }
            });
        }
        if (faults.isEmpty()) {
            collectFault(settings::encryption);
        }
    }

    private boolean isProduction() {
        try {
            return settings.isProduction();
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private void collectFault(Runnable accessor) {
        try {
            accessor.run();
        } catch (ConfigurationException e) {
            faults.add(e.getMessage());
        }
    }

    /** Adds the name of the environment variable, which is how containers set the key. */
    private static String withVariable(String fault) {
        Matcher key = KEY.matcher(fault);
        return key.find() ? fault + " (" + Key.variable(key.group()) + ")" : fault;
    }
}
