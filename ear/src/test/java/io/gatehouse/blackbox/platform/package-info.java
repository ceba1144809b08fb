/** Stands in for the APIs of chat platforms: what Gatehouse calls. Knows the platforms' wire and nothing of Gatehouse. */
@NullMarked
package io.gatehouse.blackbox.platform;

import org.jspecify.annotations.NullMarked;
