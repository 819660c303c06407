package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OpenAPI file: which calls it describes, and which answers. */
public final class OpenApi {
    /** The one that is shipped. */
    public static final OpenApi DESCRIPTION = new OpenApi();

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;

    private OpenApi() {
        try (var in = OpenApi.class.getResourceAsStream("/openapi/proxy-esante.yaml")) {
            root = new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each call as {@code GET /path/{parameter}}, with the statuses that its description names. */
    public Map<String, Set<String>> calls() {
        var calls = new TreeMap<String, Set<String>>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        var statuses = new TreeSet<String>();
                        operation.getValue().get("responses").fieldNames().forEachRemaining(statuses::add);
                        calls.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), statuses);
                    }
                }));
        return calls;
    }

    /** Those of them that need a session, as {@code GET /path/{parameter}}. */
    public Set<String> callsOfSessions() {
        var calls = new TreeSet<String>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var security = operation.getValue().path("security");
                    if (security.findValue("session") != null) {
                        calls.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return calls;
    }

    /** Fails unless the description names this status for this call; {@code default} names all. */
    public void mustAllow(String method, String path, int status) {
        var called = method + " " + path.replaceAll("\\?.*", "");
        var described = calls().entrySet().stream()
                .filter(call ->
                        called.matches(call.getKey().replace("{endpoint}", ".+").replaceAll("\\{\\w+\\}", "[^/]+")))
                .findFirst();
        if (described.isEmpty()) {
            if (status != 404 && status != 405) {
                throw new AssertionError("not described at all: " + method);
            }
        } else if (!described.get().getValue().contains(String.valueOf(status))
                && !described.get().getValue().contains("default")) {
            throw new AssertionError(described.get().getKey() + " is not described to answer " + status);
        }
    }

    public String version() {
        return root.at("/info/version").asText();
    }

    /** References that lead nowhere. */
    public Set<String> brokenReferences() {
        return new TreeSet<>(root.findValuesAsText("$ref").stream()
                .filter(reference -> root.at(reference.substring(1)).isMissingNode())
                .toList());
    }
}
