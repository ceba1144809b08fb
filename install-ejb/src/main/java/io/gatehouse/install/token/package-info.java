/**
 * The install token: mint, verify, compact form, keys. Must not reach the database.
 */
@NullMarked
package io.gatehouse.install.token;

import org.jspecify.annotations.NullMarked;
