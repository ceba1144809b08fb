/**
 * Accounts on chat platforms in canonical form: parsing and matching of phone numbers, JIDs and other ids. Pure
 * functions; must not access the database.
 */
@NullMarked
package io.gatehouse.contract.platform;

import org.jspecify.annotations.NullMarked;
