/** Starts and stops the servers that Gatehouse ships for, as real processes on free ports. Holds no cases. */
@NullMarked
package io.gatehouse.blackbox.server;

import org.jspecify.annotations.NullMarked;
