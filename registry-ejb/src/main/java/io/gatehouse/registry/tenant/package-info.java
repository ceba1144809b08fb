/**
 * Who owns what: organizations, linked identities, sessions, sign-ins, administration, and the audit trail of
 * it. Must not know the homeserver.
 */
@NullMarked
package io.gatehouse.registry.tenant;

import org.jspecify.annotations.NullMarked;
