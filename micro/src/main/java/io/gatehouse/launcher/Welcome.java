package io.gatehouse.launcher;

/** The text on the terminal once the server is ready. */
final class Welcome {

    private Welcome() {}

    static String text(LaunchSettings settings, DataDirectory data) {
        return """

                Gatehouse is ready.

                  address   %1$s
                  data      %2$s
                  logs      %3$s
                %4$s
                Ctrl-C stops it.
                """.formatted(settings.baseUrl(), data.root(), data.logs(), settings.production() ? "" : next(settings));
    }

    private static String next(LaunchSettings settings) {
        return """

                Development users: alice, bob, carol, and admin (the administrator). A token for one of them:

                  curl -s -d username=alice %1$s/dev/token

                What to try next:

                  examples/install-over-chat.sh %1$s   an agent installed by a chat message
                  %1$s/openapi                     every path, with its answers
                  docs/                                             configuration, decisions, operation
                """.formatted(settings.baseUrl());
    }
}
