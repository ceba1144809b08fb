/**
 * The typed configuration, and what production refuses. Only this package reads MicroProfile Config keys under {@code
 * gatehouse.}. Must not access the database.
 */
@NullMarked
package io.gatehouse.kernel.config;

import org.jspecify.annotations.NullMarked;
