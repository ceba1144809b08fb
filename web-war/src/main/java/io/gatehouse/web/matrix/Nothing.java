package io.gatehouse.web.matrix;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code {}}: it is so, and there is nothing more to say. */
@Schema(name = "Nothing")
record Nothing() {}
