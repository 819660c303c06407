package io.github.pscsdk.proxytools.internal.conformity;

import static io.github.pscsdk.proxytools.internal.conformity.Check.CONFIGURATION_ADDRESSES;
import static io.github.pscsdk.proxytools.internal.conformity.Check.CONFIGURATION_API_CLIENTS;
import static io.github.pscsdk.proxytools.internal.conformity.Check.CONFIGURATION_APPLICATIONS;
import static io.github.pscsdk.proxytools.internal.conformity.Check.CONFIGURATION_CERTIFICATE;
import static io.github.pscsdk.proxytools.internal.conformity.Check.CONFIGURATION_HTTPS;
import static io.github.pscsdk.proxytools.internal.conformity.Check.CONFIGURATION_TRACES;

import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile.BackendEntry;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile.Limits;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile.TokenExchange;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile.Traces;
import io.github.pscsdk.proxy.settings.AttemptLimits;
import io.github.pscsdk.proxy.settings.TraceSettings;
import io.github.pscsdk.proxytools.internal.conformity.Assessment.Note;
import io.github.pscsdk.proxytools.internal.conformity.Finding.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the proxy's configuration file says. No secret that it names is looked up. */
final class ConfigurationEvidence {
    private ConfigurationEvidence() {}

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read, or names no environment
     */
    static ConfigurationFile read(Path path) throws IOException {
        var file = ConfigurationFile.read(path);
        if (file == null || file.environment().name().isEmpty()) {
            throw new IOException("not a proxy configuration: no environment");
        }
        return file;
    }

    /** All checks of the file. */
    static List<Finding> of(ConfigurationFile file) {
        return List.of(
                certificate(file), apiClients(file), https(file), applications(file), traces(file), addresses(file));
    }

    /** What it is about: the environment, and what is not asked by any obligation but worth a look. */
    static List<Note> notes(ConfigurationFile file) {
        var limits = file.limits();
        var standard = AttemptLimits.DEFAULT;
        return List.of(
                new Note("note.environment", file.environment().name().orElseThrow()),
                new Note(
                        "note.limits",
                        limits.flatMap(Limits::perCaller).orElse(standard.perCaller()),
                        limits.flatMap(Limits::perNationalId).orElse(standard.perNationalId()),
                        limits.flatMap(Limits::window).orElse(standard.window().toString())));
    }

    private static Finding certificate(ConfigurationFile file) {
        var clients = file.clients().size();
        var without = file.clients().stream()
                .filter(client -> !client.method().equals(Optional.of("mtls")))
                .count();
        if (without == 0 && clients > 0) {
            return Finding.passed(CONFIGURATION_CERTIFICATE, clients);
        }
        // Tokens are exchanged in the Espace de Confiance, where no secret is enough (ANS FAQ 2025-26).
        var exchanges = file.backends().stream()
                .filter(backend -> backend.tokenExchange().isPresent())
                .count();
        return exchanges > 0
                ? Finding.failed(CONFIGURATION_CERTIFICATE, without, clients, exchanges)
                : new Finding(
                        CONFIGURATION_CERTIFICATE,
                        Outcome.UNSEEN,
                        "configuration.certificate.depends",
                        List.of(without, clients));
    }

    private static Finding apiClients(ConfigurationFile file) {
        var clients = file.backends().stream()
                .map(BackendEntry::tokenExchange)
                .flatMap(Optional::stream)
                .map(TokenExchange::client)
                .flatMap(Optional::stream)
                .toList();
        var shared = clients.stream()
                .filter(client -> client.method().equals(Optional.of("dangerously_client_of_psc")))
                .count();
        return Finding.of(CONFIGURATION_API_CLIENTS, shared == 0, shared, clients.size());
    }

    private static Finding https(ConfigurationFile file) {
        return Finding.of(CONFIGURATION_HTTPS, isBehindTls(file));
    }

    private static Finding applications(ConfigurationFile file) {
        var applications = file.applications().size();
        return Finding.of(CONFIGURATION_APPLICATIONS, !file.conformityMode() && applications > 0, applications);
    }

    private static Finding traces(ConfigurationFile file) {
        return file.traces()
                .filter(traces ->
                        traces.directory().isPresent() || traces.inStore().orElse(false))
                .map(traces -> Finding.passed(CONFIGURATION_TRACES, retention(traces)))
                .orElseGet(() -> Finding.failed(CONFIGURATION_TRACES));
    }

    private static String retention(Traces traces) {
        return traces.retention().orElseGet(() -> "P" + TraceSettings.DEFAULT_RETENTION.toDays() + "D");
    }

    private static Finding addresses(ConfigurationFile file) {
        var named = file.trustedReverseProxies().size();
        // The proxy speaks no TLS by itself: behind https there is always something in front of it.
        return Finding.of(CONFIGURATION_ADDRESSES, !isBehindTls(file) || named > 0, named);
    }

    private static boolean isBehindTls(ConfigurationFile file) {
        return file.publicBaseUri()
                .filter(base -> "https".equals(base.getScheme()))
                .isPresent();
    }
}
