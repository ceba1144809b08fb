package io.gatehouse.contract.connection;

import java.util.List;

/** What became of making or changing a connection. */
public sealed interface ConnectionResult {

    record Done(ConnectionView connection) implements ConnectionResult {}

    record Invalid(List<Fault> faults) implements ConnectionResult {

        public Invalid {
            faults = List.copyOf(faults);
        }
    }

    /** There is no such template among the administrator's. */
    record UnknownTemplate() implements ConnectionResult {}

    /** There is no such connection among the administrator's. */
    record Unknown() implements ConnectionResult {}

    /**
     * @param field where it is, as in {@code settings/appSecret}
     * @param why continues "it …", as in {@code must be digits}
     */
    record Fault(String field, String why) {}
}
