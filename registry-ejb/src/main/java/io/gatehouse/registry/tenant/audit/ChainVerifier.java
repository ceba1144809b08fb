package io.gatehouse.registry.tenant.audit;

import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.contract.audit.AuditVerification.Broken;
import io.gatehouse.contract.audit.AuditVerification.Fault;
import io.gatehouse.contract.audit.AuditVerification.Whole;
import io.gatehouse.domain.audit.AuditEvent;
import io.gatehouse.domain.audit.AuditHead;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a chain event by event, in order of sequence, and stops at the first fault.
 *
 * <p>Looks one event ahead: if two neighbours do not match, the one that the rest of the chain follows is the genuine
 * one.
 */
final class ChainVerifier {

    private @Nullable AuditEvent last;
    private @Nullable AuditEvent mismatch;
    private long position = Long.MIN_VALUE;

    /** Returns the fault that this event reveals, or null while the chain is intact. */
    @Nullable Broken next(AuditEvent event) {
        position = event.sequence();
        if (mismatch != null) {
            return fault(mismatch, event.isIntact() && event.follows(mismatch.hash()));
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
            mismatch = event;
        }
        return null;
    }

    /** Returns the result, after every event up to the head was passed to {@link #next}. */
    AuditVerification end(@Nullable AuditHead head) {
        if (mismatch != null) {
            return fault(mismatch, head != null && MessageDigest.isEqual(head.hash(), mismatch.hash()));
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

    /** The sequence of the last event passed to {@link #next}. */
    long position() {
        return position;
    }

    private long sequence() {
        return last == null ? 0 : last.sequence();
    }

    private byte[] hash() {
        return last == null ? AuditHead.genesis() : last.hash();
    }

    private Broken fault(AuditEvent event, boolean followed) {
        return followed && last != null
                ? new Broken(last.sequence(), last.id(), Fault.EDITED)
                : new Broken(event.sequence(), event.id(), Fault.INSERTED);
    }
}
