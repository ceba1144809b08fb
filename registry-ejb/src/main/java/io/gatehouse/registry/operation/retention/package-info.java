/** Which rows are deleted, and when. Must not touch agents, hosts, tokens or the audit trail: they are kept. */
@NullMarked
package io.gatehouse.registry.operation.retention;

import org.jspecify.annotations.NullMarked;
