/**
 * The main class of the runnable JAR: it checks port and data directory, starts Payara Micro with the application in
 * it, and tells the person at the terminal what to try. Holds nothing of the application: it knows it by HTTP only.
 */
@NullMarked
package io.gatehouse.launcher;

import org.jspecify.annotations.NullMarked;
