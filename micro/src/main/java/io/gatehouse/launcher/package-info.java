/**
 * The main class of the runnable JAR: checks port and data directory, starts Payara Micro with the application, and
 * tells the person at the terminal what to try. Contains nothing of the application and knows it only over HTTP.
 */
@NullMarked
package io.gatehouse.launcher;

import org.jspecify.annotations.NullMarked;
