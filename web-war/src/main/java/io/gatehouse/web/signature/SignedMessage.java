package io.gatehouse.web.signature;

import java.util.List;

/** A request, as far as a signature can cover it. */
interface SignedMessage {

    String method();

    TargetUri target();

    /** The lines of a field, in their order; none where it is missing. */
    List<String> field(String name);
}
