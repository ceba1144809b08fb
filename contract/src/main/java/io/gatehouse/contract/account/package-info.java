/** The identity of users, for all modules. Value types only; must not access the database. */
@NullMarked
package io.gatehouse.contract.account;

import org.jspecify.annotations.NullMarked;
