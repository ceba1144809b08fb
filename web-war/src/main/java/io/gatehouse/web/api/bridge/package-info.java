/**
 * The registry API for hosts, under {@code /bridge/v1}: their agents and their bindings. Messages are in
 * {@code web.message}.
 */
@NullMarked
package io.gatehouse.web.api.bridge;

import org.jspecify.annotations.NullMarked;
