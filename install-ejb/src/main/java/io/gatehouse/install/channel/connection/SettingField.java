package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.platform.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The settings of a connection to each platform, with their names on the wire. */
public enum SettingField {
    /** The number that people write to, in the form in which they would dial it. */
    DISPLAY_NUMBER(
            Platform.WHATSAPP,
            "displayNumber",
            Kind.PUBLIC,
            "\\+?[0-9][0-9 ().-]{5,28}[0-9]",
            "must be a phone number with its country code"),
    PHONE_NUMBER_ID(Platform.WHATSAPP, "phoneNumberId", Kind.PUBLIC, "[0-9]{1,30}", "must be digits"),
    /** The key with which WhatsApp signs its deliveries. */
    APP_SECRET(Platform.WHATSAPP, "appSecret", Kind.KEY, Patterns.VISIBLE, Patterns.MUST_BE_VISIBLE),
    ACCESS_TOKEN(Platform.WHATSAPP, "accessToken", Kind.SECRET, Patterns.VISIBLE, Patterns.MUST_BE_VISIBLE),
    /** The token that WhatsApp presents when a webhook is set up. */
    VERIFY_TOKEN(Platform.WHATSAPP, "verifyToken", Kind.SECRET, Patterns.VISIBLE, Patterns.MUST_BE_VISIBLE),

    /**
     * The name of a message template that WhatsApp has approved, with two parameters in its body: the agent, and the
     * masked account that asks.
     */
    GREETING_TEMPLATE(
            Platform.WHATSAPP,
            "greetingTemplate",
            Kind.OPTIONAL,
            "[a-z0-9_]{1,512}",
            "must be the name of a message template: lower-case letters, digits and underscores"),
    GREETING_LANGUAGE(
            Platform.WHATSAPP,
            "greetingTemplateLanguage",
            Kind.OPTIONAL,
            "[a-z]{2,3}(_[A-Z]{2})?",
            "must be the language of the message template, as in en or en_US"),

    BOT_USERNAME(
            Platform.TELEGRAM,
            "botUsername",
            Kind.PUBLIC,
            "@?[A-Za-z][A-Za-z0-9_]{3,31}",
            "must be a bot's name: letters, digits and underscores"),
    TELEGRAM_BOT_TOKEN(
            Platform.TELEGRAM,
            "botToken",
            Kind.SECRET,
            "[0-9]{1,20}:[A-Za-z0-9_-]{1,200}",
            "must be a bot's token: digits, a colon, letters and digits"),
    /** The token that Telegram sends with each delivery. */
    SECRET_TOKEN(
            Platform.TELEGRAM,
            "secretToken",
            Kind.KEY,
            "[A-Za-z0-9_-]{1,256}",
            "must be 1 to 256 letters, digits, underscores and dashes"),

    TEAM_ID(Platform.SLACK, "teamId", Kind.OPTIONAL, "[TE][A-Z0-9]{2,30}", "must be a team's id, as in T012AB3C4"),
    /** The app that the link for people opens. */
    APP_ID(Platform.SLACK, "appId", Kind.OPTIONAL, "A[A-Z0-9]{2,30}", "must be an app's id, as in A012AB3C4"),
    /** The key with which Slack signs its deliveries. */
    SIGNING_SECRET(Platform.SLACK, "signingSecret", Kind.KEY, Patterns.VISIBLE, Patterns.MUST_BE_VISIBLE),
    SLACK_BOT_TOKEN(Platform.SLACK, "botToken", Kind.SECRET, Patterns.VISIBLE, Patterns.MUST_BE_VISIBLE),

    /** The only room that is served. Without it, every room that the application service has joined is served. */
    ROOM_ID(
            Platform.MATRIX,
            "roomId",
            Kind.OPTIONAL,
            "![^\\s\\p{Cntrl}]{1,254}",
            "must be a room's id, as in !id:server");

    private enum Kind {
        PUBLIC,
        OPTIONAL,
        SECRET,
        /** A secret by which deliveries are authenticated. */
        KEY
    }

    private static final class Patterns {
        private static final String VISIBLE = "[\\x21-\\x7e]{1,1024}";
        private static final String MUST_BE_VISIBLE = "must be 1 to 1024 visible ASCII characters";
    }

    private final Platform platform;
    private final String wireName;
    private final Kind kind;
    private final Pattern pattern;
    private final String rule;

    SettingField(Platform platform, String wireName, Kind kind, String pattern, String rule) {
        this.platform = platform;
        this.wireName = wireName;
        this.kind = kind;
        this.pattern = Pattern.compile(pattern);
        this.rule = rule;
    }

    static List<SettingField> of(Platform platform) {
        return Arrays.stream(values())
                .filter(field -> field.platform == platform)
                .toList();
    }

    String wireName() {
        return wireName;
    }

    boolean isRequired() {
        return kind != Kind.OPTIONAL;
    }

    boolean isSecret() {
        return kind == Kind.SECRET || kind == Kind.KEY;
    }

    /** Whether it authenticates deliveries: a party that knows it can impersonate the platform. */
    boolean isKey() {
        return kind == Kind.KEY;
    }

    boolean accepts(String value) {
        return pattern.matcher(value).matches();
    }

    /** Returns the rule that a value must follow, as the continuation of "it …". */
    String rule() {
        return rule;
    }
}
