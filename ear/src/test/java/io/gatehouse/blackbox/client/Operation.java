package io.gatehouse.blackbox.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation of the API.
 *
 * @param path with its parameters in braces
 * @param queryParameters the names of its query parameters
 * @param mayBeOut whether 503 is one of its documented answers
 */
public record Operation(String method, String path, List<String> queryParameters, boolean mayBeOut) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+\\}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    public Operation {
        queryParameters = List.copyOf(queryParameters);
    }

    /** All operations of an OpenAPI document. */
    public static List<Operation> of(JsonObject document) {
        List<Operation> operations = new ArrayList<>();
        document.getJsonObject("paths").forEach((path, value) -> {
            JsonObject item = value.asJsonObject();
            for (String method : item.keySet()) {
                if (METHODS.contains(method)) {
                    List<String> parameters = Stream.of(item, item.getJsonObject(method))
                            .flatMap(Operation::queryParameters)
                            .toList();
                    boolean mayBeOut = item.getJsonObject(method)
                            .getJsonObject("responses")
                            .containsKey("503");
                    operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, parameters, mayBeOut));
                }
            }
        });
        return List.copyOf(operations);
    }

    public boolean hasPathParameter() {
        return path.indexOf('{') >= 0;
    }

    /** Whether the method may have a body: servers refuse one themselves where HTTP defines no meaning for it. */
    public boolean takesBody() {
        return Set.of("POST", "PUT", "PATCH").contains(method);
    }

    /** The path with this value for each parameter; a long poll gets a timeout of 0. */
    public String at(String value) {
        return PARAMETER.matcher(path).replaceAll(Matcher.quoteReplacement(value))
                + (queryParameters.contains("timeout") ? "?timeout=0" : "");
    }

    /** The same with this query added. */
    public String at(String value, String query) {
        String address = at(value);
        return address + (address.indexOf('?') < 0 ? "?" : "&") + query;
    }

    private static Stream<String> queryParameters(JsonObject parent) {
        JsonArray parameters = parent.getJsonArray("parameters");
        return (parameters == null ? JsonValue.EMPTY_JSON_ARRAY : parameters)
                .stream()
                        .map(JsonValue::asJsonObject)
                        .filter(parameter -> parameter.get("in") instanceof JsonString in
                                && in.getString().equals("query"))
                        .map(parameter -> parameter.getString("name"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
