/**
 * Who a caller is: the value types for users. Holds no state and reaches no database.
 */
@NullMarked
package io.gatehouse.contract.account;

import org.jspecify.annotations.NullMarked;
