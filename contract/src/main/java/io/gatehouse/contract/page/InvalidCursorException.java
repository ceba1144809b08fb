package io.gatehouse.contract.page;

import jakarta.ejb.ApplicationException;

/** A cursor that no page returned: an error of the caller, 400 on the wire. */
@ApplicationException
public final class InvalidCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidCursorException() {
        super("this is no cursor of an earlier page");
    }
}
