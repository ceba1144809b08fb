/**
 * Accounts on chat platforms in canonical form: phones, JIDs, and what matches what. Pure functions; must not reach the database.
 */
@NullMarked
package io.gatehouse.contract.platform;

import org.jspecify.annotations.NullMarked;
