/** Who a user is, as every module names them. Value types only; must not reach the database. */
@NullMarked
package io.gatehouse.contract.account;

import org.jspecify.annotations.NullMarked;
