package io.gatehouse.kernel.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that look like keys of Gatehouse but are not, such as a misspelt key. They cause a warning, not a refusal:
 * container platforms set variables for every service they know, and the examples read some of their own.
 */
public final class UnknownKeys {

    /** Set by Kubernetes and Docker for a service of this name, and read by the examples and the build. */
    private static final Pattern IGNORED = Pattern.compile("GATEHOUSE_(?:.*_)?(?:SERVICE_HOST|SERVICE_PORT(?:_.*)?|"
            + "PORT|PORT_[0-9]+_.*)|GATEHOUSE_(?:URL|HOST_TOKEN|BROWSER_.*|SYNAPSE_.*)");

    private static final int MAX_DISTANCE = 3;

    private UnknownKeys() {}

    /** Returns one warning for each unknown system property and environment variable of this process. */
    public static List<String> ofProcess() {
        return among(System.getProperties().stringPropertyNames(), System.getenv());
    }

    static List<String> among(Set<String> properties, Map<String, String> environment) {
        Set<String> keys = Keys.names().flatMap(UnknownKeys::withFile).collect(Collectors.toCollection(TreeSet::new));
        Set<String> variables = keys.stream().map(Key::variable).collect(Collectors.toCollection(TreeSet::new));
        List<String> warnings = new ArrayList<>();
        new TreeSet<>(properties)
                .stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("gatehouse."))
                        .filter(name -> !keys.contains(name))
                        .forEach(name -> warnings.add(sentence("system property", name, keys)));
        new TreeSet<>(environment.keySet())
                .stream()
                        .filter(name -> name.startsWith("GATEHOUSE_"))
                        .filter(name -> !variables.contains(name))
                        .filter(name -> !IGNORED.matcher(name).matches())
                        .forEach(name -> warnings.add(sentence("environment variable", name, variables)));
        return warnings;
    }

    private static Stream<String> withFile(String key) {
        return Keys.isSecret(key) ? Stream.of(key, key + ".file") : Stream.of(key);
    }

    private static String sentence(String kind, String name, Set<String> known) {
        String closest = known.stream()
                .filter(key -> distance(key, name) <= MAX_DISTANCE)
                .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)))
                .map(key -> "; is " + key + " meant?")
                .orElse("");
        return "The " + kind + " " + Key.printable(name) + " sets no key of Gatehouse" + closest;
    }

    /** The Levenshtein distance. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
