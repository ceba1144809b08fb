/**
 * Replaces the APIs of chat platforms that Gatehouse calls. Knows the platforms' protocols and nothing of Gatehouse.
 */
@NullMarked
package io.gatehouse.blackbox.platform;

import org.jspecify.annotations.NullMarked;
