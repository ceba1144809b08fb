/** Which rows are deleted, and when. Must not touch claims, links or agents: they are kept. */
@NullMarked
package io.gatehouse.install.operation.retention;

import org.jspecify.annotations.NullMarked;
