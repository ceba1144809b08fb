package io.gatehouse.kernel.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks, before anything starts, whether the configuration can be run with; one answer names every key at fault.
 *
 * <p>First each key is judged by itself, then what keys demand of each other. A fault of a key shows up in both; it is
 * told once.
 */
public final class StartCheck {

    /** Each judges its own keys; what they find stands in the same message. */
    private static final List<ConfigurationRule> RULES = List.of(new ProductionRule(), new JwtKeysRule());

    private static final Pattern KEY = Pattern.compile("^[a-z]+(?:\\.[a-z0-9-]+)+");

    private final Settings settings;
    private final Set<String> faults = new LinkedHashSet<>();

    private StartCheck(Settings settings) {
        this.settings = settings;
    }

    /** @throws ConfigurationException if a value cannot be meant, or production would run with a development default */
    public static void require(Settings settings) {
        require(settings, RULES);
    }

    /**
     * The same, where it is known whether the deployment holds the development issuer: without it, development needs an
     * identity provider too.
     */
    public static void require(Settings settings, boolean developmentIssuer) {
        require(
                settings,
                Stream.concat(RULES.stream(), Stream.of(new IssuerRule(developmentIssuer)))
                        .toList());
    }

    static void require(Settings settings, List<ConfigurationRule> rules) {
        StartCheck check = new StartCheck(settings);
        check.judgeEachKey();
        check.judgeGroups();
        rules.forEach(rule -> check.tryOut(() -> check.faults.addAll(rule.faults(settings))));
        check.judgeWhatIsMade();
        if (!check.faults.isEmpty()) {
            throw new ConfigurationException("Gatehouse cannot run with this configuration:\n  - "
                    + String.join(
                            "\n  - ",
                            check.faults.stream().map(StartCheck::withVariable).toList()));
        }
    }

    private void judgeEachKey() {
        Keys.names()
                .forEach(key -> tryOut(() -> {
                    if (Keys.isSecret(key)) {
                        settings.secret(key);
                    } else {
                        settings.text(key);
                    }
                }));
    }

    private void judgeGroups() {
        tryOut(settings::mode);
        tryOut(settings::publicUrl);
        tryOut(settings::dataDirectory);
        tryOut(settings::database);
        tryOut(settings::install);
        tryOut(settings::rates);
        tryOut(settings::messages);
        tryOut(settings::registry);
        tryOut(settings::tokenMirror);
        tryOut(settings::oauth);
        tryOut(settings::phoneDefaultRegion);
        tryOut(settings::serverName);
        tryOut(settings::channels);
        tryOut(() -> OidcSettings.from(settings));
        tryOut(() -> SessionSettings.from(settings));
    }

    /** In development secrets are made where none is set, but for no start that is refused. */
    private void judgeWhatIsMade() {
        boolean judged = settingsAreProduction();
        if (judged || faults.isEmpty()) {
            tryOut(() -> {
                MatrixKeys keys = settings.matrixKeys();
                if (keys.nameAHomeserver()) {
                    keys.each().forEach(this::tryOut);
                }
            });
        }
        if (faults.isEmpty()) {
            tryOut(settings::encryption);
        }
    }

    private boolean settingsAreProduction() {
        try {
            return settings.isProduction();
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private void tryOut(Runnable accessor) {
        try {
            accessor.run();
        } catch (ConfigurationException e) {
            faults.add(e.getMessage());
        }
    }

    /** As who runs a container sets the key. */
    private static String withVariable(String fault) {
        Matcher key = KEY.matcher(fault);
        return key.find() ? fault + " (" + Key.variable(key.group()) + ")" : fault;
    }
}
