package io.gatehouse.web.edge.signature;

import java.util.List;

/** The parts of a request that a signature can cover. */
interface SignedMessage {

    String method();

    TargetUri target();

    /** The lines of a field, in order; empty if it is missing. */
    List<String> field(String name);
}
