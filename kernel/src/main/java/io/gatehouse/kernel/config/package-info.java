/**
 * The configuration, typed, and what production refuses. The only package that reads MicroProfile Config keys under
 * {@code gatehouse.}; must not reach the database.
 */
@NullMarked
package io.gatehouse.kernel.config;

import org.jspecify.annotations.NullMarked;
