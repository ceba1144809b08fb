package io.gatehouse.registry.audit;

import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.contract.audit.AuditVerification.Broken;
import io.gatehouse.contract.audit.AuditVerification.Fault;
import io.gatehouse.contract.audit.AuditVerification.Whole;
import io.gatehouse.domain.audit.AuditEvent;
import io.gatehouse.domain.audit.AuditHead;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain event by event, in order of sequence, and stops at the first fault.
 *
 * <p>It looks one event ahead: where two neighbours do not fit each other, the one that the rest of the chain follows
 * is the true one.
 */
final class ChainVerifier {

    private @Nullable AuditEvent last;
    private @Nullable AuditEvent misfit;
    private long position = Long.MIN_VALUE;

    /** The fault that this event shows, or null while the chain holds. */
    @Nullable Broken next(AuditEvent event) {
        position = event.sequence();
        if (misfit != null) {
            return judge(misfit, event.isIntact() && event.follows(misfit.hash()));
        }
        if (event.sequence() <= sequence()) {
            return new Broken(event.sequence(), event.id(), Fault.INSERTED);
        }
        if (event.sequence() > sequence() + 1) {
            return new Broken(sequence() + 1, null, Fault.REMOVED);
        }
        if (!event.isIntact()) {
            return new Broken(event.sequence(), event.id(), Fault.EDITED);
        }
        if (event.follows(hash())) {
            last = event;
        } else {
            misfit = event;
        }
        return null;
    }

    /** What the walk found, once every event up to the head was shown. */
    AuditVerification end(@Nullable AuditHead head) {
        if (misfit != null) {
            return judge(misfit, head != null && MessageDigest.isEqual(head.hash(), misfit.hash()));
        }
        long headSequence = head == null ? 0 : head.sequence();
        if (headSequence > sequence()) {
            return new Broken(sequence() + 1, null, Fault.REMOVED);
        }
        if (head != null && !MessageDigest.isEqual(head.hash(), hash())) {
            return new Broken(sequence(), last == null ? null : last.id(), Fault.EDITED);
        }
        return new Whole(sequence());
    }

    /** The sequence of the event that was shown last. */
    long position() {
        return position;
    }

    private long sequence() {
        return last == null ? 0 : last.sequence();
    }

    private byte[] hash() {
        return last == null ? AuditHead.genesis() : last.hash();
    }

    private Broken judge(AuditEvent event, boolean followed) {
        return followed && last != null
                ? new Broken(last.sequence(), last.id(), Fault.EDITED)
                : new Broken(event.sequence(), event.id(), Fault.INSERTED);
    }
}
