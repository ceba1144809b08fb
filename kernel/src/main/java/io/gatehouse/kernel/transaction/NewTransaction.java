package io.gatehouse.kernel.transaction;

import java.util.function.Supplier;

/** Runs work in a transaction of its own: committed when the work returns, rolled back when it throws. */
@FunctionalInterface
public interface NewTransaction {

    <T> T call(Supplier<T> work);
}
