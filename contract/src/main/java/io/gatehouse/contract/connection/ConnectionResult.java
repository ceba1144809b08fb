package io.gatehouse.contract.connection;

import java.util.List;

/** The result of creating or changing a connection. */
public sealed interface ConnectionResult {

    record Done(ConnectionView connection) implements ConnectionResult {}

    record Invalid(List<Fault> faults) implements ConnectionResult {

        public Invalid {
            faults = List.copyOf(faults);
        }
    }

    /** The administrator reaches no such template. */
    record UnknownTemplate() implements ConnectionResult {}

    /** The administrator reaches no such connection. */
    record Unknown() implements ConnectionResult {}

    /**
     * @param field the path of the field, such as {@code settings/appSecret}
     * @param why continues "it …", such as {@code must be digits}
     */
    record Fault(String field, String why) {}
}
