package io.gatehouse.install.claim;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.PlatformAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Appends the audit events of claims. A token that may still be valid is identified only by the last four characters of
 * its id; a spent one by its id. Must be called last in a transaction: it locks the organization's audit head.
 */
@Dependent
public class ClaimEvents {

    private final AuditTrail audit;

    @Inject
    public ClaimEvents(AuditTrail audit) {
        this.audit = audit;
    }

    void claimed(UUID organizationId, UUID claimId, Sender sender, PresentedToken token, List<PlatformAccount> left) {
        Map<String, String> details = new HashMap<>();
        details.put("user", token.user().toString());
        details.put("template", token.template().toString());
        details.put("token", token.id());
        details.put("last_four", lastFour(token));
        if (!left.isEmpty()) {
            details.put(
                    "aliases_left",
                    left.stream().map(PlatformAccount::activeKey).collect(Collectors.joining(" ")));
        }
        audit.append(new AuditEntry(organizationId, actor(sender), "claim.redeemed", "claim:" + claimId, details));
    }

    void refused(ClaimVerdict.Refused refusal, Sender sender, PresentedToken token) {
        Map<String, String> details = new HashMap<>();
        details.put("outcome", refusal.outcome().name().toLowerCase(Locale.ROOT));
        details.put("user", token.user().toString());
        details.put("template", token.template().toString());
        String item = refusal.item();
        if (item != null) {
            details.put("item", item);
        }
        append(refusal.organizationId(), sender, "claim.refused", lastFour(token), details);
    }

    /** A token that this deployment did not sign, or an expired one: it cannot be attributed to an organization. */
    void refused(ChatOutcome outcome, Sender sender, String tokenText) {
        append(
                null,
                sender,
                "claim.refused",
                lastFour(tokenText),
                Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    }

    /** A claim that waits for a YES, or was declined by a NO. */
    public void asked(@Nullable UUID organizationId, String action, Sender sender, PresentedToken token) {
        append(
                organizationId,
                sender,
                action,
                lastFour(token),
                Map.of(
                        "user",
                        token.user().toString(),
                        "template",
                        token.template().toString()));
    }

    private void append(
            @Nullable UUID organizationId, Sender sender, String action, String last, Map<String, String> details) {
        audit.append(new AuditEntry(organizationId, actor(sender), action, "install-token:" + last, details));
    }

    private static String actor(Sender sender) {
        return "account:" + sender.key();
    }

    private static String lastFour(PresentedToken token) {
        return "…" + token.lastFour();
    }

    private static String lastFour(String secret) {
        return "…" + secret.substring(Math.max(0, secret.length() - 4));
    }
}
