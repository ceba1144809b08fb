package io.gatehouse.web.api.matrix;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code {}}: success without content. */
@Schema(name = "Nothing")
record EmptyObject() {}
