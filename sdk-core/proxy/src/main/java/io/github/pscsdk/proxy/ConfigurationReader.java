package io.github.pscsdk.proxy;

import io.github.pscsdk.proxy.internal.access.ReverseProxies;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.internal.limit.AttemptLimits;
import io.github.pscsdk.relyingparty.PscEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Makes a configuration of a file: looks secrets up where it says and opens key stores. Relative paths start at the file. */
final class ConfigurationReader {
    private final Map<String, String> variables;

    /** Looks variables up in {@code variables}. */
    ConfigurationReader(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    ProxyConfiguration read(Path path) throws IOException, GeneralSecurityException {
        var file = ConfigurationFile.read(path);
        var secrets = new Secrets(path, variables);
        var builder = ProxyConfiguration.builder(environment(file.environment()));
        file.bind().ifPresent(bind -> builder.address(address(bind)));
        file.publicBaseUri().ifPresent(builder::publicBaseUri);
        for (var client : file.clients()) {
            builder.client(client(client, secrets));
        }
        file.backends().forEach(entry -> builder.backend(backend(entry)));
        file.applications().forEach(application -> {
            if (application.operator()) {
                builder.operator(application.name(), application.sha256());
            } else {
                builder.application(application.name(), application.sha256());
            }
        });
        if (file.conformityMode()) {
            builder.dangerouslyInConformityMode();
        }
        file.limits().ifPresent(limits -> builder.limits(limits(limits)));
        if (file.trustStore().isPresent()) {
            var store = file.trustStore().get();
            builder.trustedCertificates(secrets.keyStore(store.file(), store.password()));
        }
        file.trustedReverseProxies().forEach(address -> builder.trustedReverseProxy(ReverseProxies.parse(address)));
        file.traces()
                .ifPresent(traces -> builder.traces(
                        secrets.path(traces.directory()),
                        traces.retention().map(ConfigurationReader::duration).orElse(TraceFiles.DEFAULT_RETENTION)));
        if (!file.clientProbe().orElse(true)) {
            builder.withoutClientProbe();
        }
        return builder.build();
    }

    private static PscEnvironment environment(ConfigurationFile.Environment environment) {
        return switch (environment.name()) {
            case "production" -> PscEnvironment.production();
            case "sandbox" -> PscEnvironment.sandbox();
            case "custom" ->
                PscEnvironment.custom(
                        needed(environment.issuer(), "environment.issuer"),
                        needed(environment.authorizationEndpoint(), "environment.authorizationEndpoint"));
            default -> throw new IllegalArgumentException("environment.name is production, sandbox or custom");
        };
    }

    private static InetSocketAddress address(ConfigurationFile.Bind bind) {
        var address = bind.address().map(ReverseProxies::parse).orElseGet(InetAddress::getLoopbackAddress);
        return new InetSocketAddress(address, bind.port());
    }

    private static RegisteredClient client(ConfigurationFile.Client client, Secrets secrets)
            throws IOException, GeneralSecurityException {
        return switch (client.method()) {
            case "secret_basic" ->
                RegisteredClient.secretBasic(client.id(), secrets.reveal(needed(client.secret(), "clients[].secret")));
            case "secret_post" ->
                RegisteredClient.secretPost(client.id(), secrets.reveal(needed(client.secret(), "clients[].secret")));
            case "mtls" -> {
                var secret = needed(client.password(), "clients[].password");
                var store = secrets.keyStore(needed(client.keyStore(), "clients[].keyStore"), secret);
                var password = secrets.reveal(secret).toCharArray();
                try {
                    yield RegisteredClient.mutualTls(client.id(), store, password);
                } finally {
                    Arrays.fill(password, '\0');
                }
            }
            default -> throw new IllegalArgumentException("clients[].method is secret_basic, secret_post or mtls");
        };
    }

    private static Backend backend(ConfigurationFile.BackendEntry entry) {
        return entry.tokenEndpoint()
                .map(endpoint -> Backend.withTokenExchange(entry.name(), entry.baseUri(), endpoint, entry.scopes()))
                .orElseGet(() -> Backend.open(entry.name(), entry.baseUri()));
    }

    private static AttemptLimits limits(ConfigurationFile.Limits limits) {
        return new AttemptLimits(
                limits.perCaller().orElse(AttemptLimits.DEFAULT.perCaller()),
                limits.perNationalId().orElse(AttemptLimits.DEFAULT.perNationalId()),
                limits.window().map(ConfigurationReader::duration).orElse(AttemptLimits.DEFAULT.window()));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an ISO 8601 duration such as P184D or PT10M: " + text, e);
        }
    }

    private static <T> T needed(Optional<T> member, String name) {
        return member.orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
