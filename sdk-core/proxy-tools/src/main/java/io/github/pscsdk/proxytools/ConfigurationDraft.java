package io.github.pscsdk.proxytools;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A configuration to fill in, with the members of ANS's example, if there is one, but for its secrets. */
record ConfigurationDraft(Map<?, ?> example) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WELL_KNOWN = Pattern.compile("/\\.well-known/.*$");

    static ConfigurationDraft empty() {
        return new ConfigurationDraft(Map.of());
    }

    static Optional<ConfigurationDraft> of(String yaml) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return Optional.of(new ConfigurationDraft(read instanceof Map<?, ?> members ? members : Map.of()))
                    .filter(draft -> !members(draft.example, "psc", "clients").isEmpty());
        } catch (YAMLException e) {
            // Without its message, which quotes the text.
            return Optional.empty();
        }
    }

    String text(Path file, Texts texts) {
        return """
                // %s
                {
                  "bind": { "address": %s, "port": %s },
                  // %s
                  "publicBaseUri": "",

                  // %s
                  "environment": %s,

                  // %s
                  "clients": [%s],

                  "backends": [%s],

                  // %s
                  "applications": [
                    { "name": "installations", "sha256": "" },
                    { "name": "operator", "sha256": "", "operator": true }
                  ],

                  // %s
                  // "httpProxy": { "address": "proxy.example:3128", "user": "", "password": { "variable": "PSC_HTTP_PROXY_PASSWORD" } },

                  // %s
                  "traces": { "directory": "traces" }
                }
                """.formatted(
                        texts.get("init.begin", file),
                        quoted(text(members(example, "server"), "address", "127.0.0.1")),
                        port(),
                        texts.get("init.public"),
                        texts.get("init.environment"),
                        environment(),
                        texts.get("init.secret"),
                        lines(clients()),
                        lines(backends()),
                        texts.get("init.token"),
                        texts.get("init.proxy"),
                        texts.get("init.traces"));
    }

    private String port() {
        var port = text(members(example, "server"), "port", "");
        // Spring's may be an expression.
        return NUMBER.matcher(port).matches() ? port : "8080";
    }

    private String environment() {
        var discovery = text(members(example, "psc"), "discoveryURL", "");
        var issuer = WELL_KNOWN.matcher(discovery).replaceFirst("");
        if (issuer.equals(PscEnvironment.production().issuer().toString())) {
            return "{ \"name\": \"production\" }";
        } else if (issuer.isEmpty()
                || issuer.equals(PscEnvironment.sandbox().issuer().toString())) {
            return "{ \"name\": \"sandbox\" }";
        }
        return "{ \"name\": \"custom\", \"issuer\": " + quoted(issuer) + ", \"authorizationEndpoint\": \"\" }";
    }

    private List<String> clients() {
        List<String> clients = new ArrayList<>();
        members(example, "psc", "clients").forEach((id, client) -> {
            var variable = "{ \"variable\": \"PSC_CLIENT_SECRET" + (clients.isEmpty() ? "" : "_" + (clients.size() + 1))
                    + "\" }";
            clients.add("{ \"id\": " + quoted(String.valueOf(id))
                    + (hasCertificate(client)
                            ? ", \"method\": \"mtls\", \"keyStore\": " + quoted(text(members(client), "file", ""))
                                    + ", \"password\": " + variable
                            : ", \"method\": \"secret_basic\", \"secret\": " + variable)
                    + " }");
        });
        return clients.isEmpty()
                ? List.of("{ \"id\": \"\", \"method\": \"secret_basic\","
                        + " \"secret\": { \"variable\": \"PSC_CLIENT_SECRET\" } }")
                : clients;
    }

    private static boolean hasCertificate(Object client) {
        return text(members(client), "type", "").startsWith("MTLS");
    }

    private List<String> backends() {
        var routes = members(example, "spring", "cloud", "gateway").get("routes");
        return routes instanceof List<?> all ? all.stream().map(this::backend).toList() : List.of();
    }

    private String backend(Object route) {
        var endpoint = text(members(route, "metadata"), "token-exchange-endpoint", "");
        return "{ \"name\": " + quoted(text(members(route), "id", "")) + ", \"baseUri\": "
                + quoted(text(members(route), "uri", ""))
                + (endpoint.isEmpty()
                        ? ""
                        : ", \"tokenExchange\": { \"tokenEndpoint\": " + quoted(endpoint) + ", \"client\": "
                                + clientThere() + " }")
                + " }";
    }

    /**
     * The certificate that all clients have at Pro Santé Connect; a secret goes to nobody else, so that a backend needs
     * another one.
     */
    private String clientThere() {
        return members(example, "psc", "clients").values().stream().allMatch(ConfigurationDraft::hasCertificate)
                ? "{ \"method\": \"certificate_of_psc\" }"
                : "{ \"id\": \"\", \"method\": \"secret_basic\", \"secret\": { \"variable\": \"BACKEND_CLIENT_SECRET\" } }";
    }

    private static String lines(List<String> entries) {
        return entries.isEmpty() ? "" : entries.stream().collect(Collectors.joining(",\n    ", "\n    ", "\n  "));
    }

    private static Map<?, ?> members(Object from, String... path) {
        var found = from;
        for (var name : path) {
            found = found instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return found instanceof Map<?, ?> members ? members : Map.of();
    }

    private static String text(Map<?, ?> members, String name, String otherwise) {
        var value = members.get(name);
        return value == null ? otherwise : value.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
