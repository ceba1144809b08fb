/**
 * Reads who is speaking, in canonical form, from what a platform or a person wrote, and the ids that platforms give. Must not
 * reach the database.
 */
@NullMarked
package io.gatehouse.install.account;

import org.jspecify.annotations.NullMarked;
