package io.gatehouse.web.api.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Describes the paths that are served by servlets, which have no OpenAPI annotations. */
final class ServletDescription {

    private static final String TAG = "Running it";

    private ServletDescription() {}

    static void addTo(Paths paths) {
        paths.addPathItem(
                "/metrics",
                read(
                        "What this node counts, for Prometheus",
                        answer("The metrics, in the text format 0.0.4", "text/plain")
                                .addAPIResponse(
                                        "500",
                                        OASFactory.createAPIResponse()
                                                .description("internal; the incident is in the log"))));
        paths.addPathItem(
                "/openapi",
                read("This document", answer("As YAML, or as JSON for who accepts it", "application/yaml")));
    }

    private static PathItem read(String summary, APIResponses responses) {
        return OASFactory.createPathItem()
                .GET(OASFactory.createOperation()
                        .summary(summary)
                        .tags(List.of(TAG))
                        .responses(responses));
    }

    private static APIResponses answer(String description, String mediaType) {
        return OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent()
                                        .addMediaType(mediaType, OASFactory.createMediaType())));
    }
}
