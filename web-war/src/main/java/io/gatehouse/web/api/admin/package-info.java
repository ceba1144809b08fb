/**
 * The complete administration API, under {@code /api/admin}, for consoles and scripts alike. This package only
 * identifies the caller; the contracts decide what they may reach.
 */
@NullMarked
package io.gatehouse.web.api.admin;

import org.jspecify.annotations.NullMarked;
