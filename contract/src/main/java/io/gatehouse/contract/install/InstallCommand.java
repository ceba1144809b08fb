package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import org.jspecify.annotations.Nullable;

/**
 * @param template the template agent's id, or the slug of the organization that publishes it
 * @param name the user's name for the agent; null to inherit the template's name
 * @param whatsappPhone a number to link unverified; null for none
 */
public record InstallCommand(
        UserId user,
        String template,
        @Nullable String name,
        @Nullable String whatsappPhone) {}
