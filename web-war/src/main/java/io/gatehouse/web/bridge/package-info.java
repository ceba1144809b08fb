/** What hosts ask of the registry, under {@code /bridge/v1}: their agents and their bindings. No messages. */
@NullMarked
package io.gatehouse.web.bridge;

import org.jspecify.annotations.NullMarked;
