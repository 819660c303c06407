package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile.BackendEntry;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile.Limits;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile.TokenExchange;
import io.github.pscsdk.proxy.internal.json.ConfigurationText;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxytools.internal.conformity.Assessment.Note;
import io.github.pscsdk.proxytools.internal.conformity.ConformityFinding.Outcome;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The proxy's configuration file. No secret that it names is looked up. */
final class ConfigurationEvidence {
    private ConfigurationEvidence() {}

    /** @throws IOException if it cannot be read, has a mistake, or names no environment */
    static ConfigurationFile read(Path path, Language language) throws IOException {
        try {
            var text = ConfigurationText.read(path);
            var settings = new SettingsReader(path, Map.of(), text);
            settings.text("environment.name");
            text.check(settings.faults());
            return text.file();
        } catch (SettingsException e) {
            throw new IOException(String.join("\n", e.sentences(language)), e);
        }
    }

    static List<ConformityFinding> of(ConfigurationFile file) {
        return List.of(
                certificate(file),
                apiClients(file),
                ConformityFinding.of(Check.CONFIGURATION_HTTPS, isBehindTls(file)),
                applications(file),
                traces(file),
                addresses(file));
    }

    /** The environment, and limits that no obligation asks for but that are worth a look. */
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

    private static ConformityFinding certificate(ConfigurationFile file) {
        var clients = file.clients().size();
        var without = file.clients().stream()
                .filter(client -> !client.method().equals(Optional.of("mtls")))
                .count();
        if (without == 0 && clients > 0) {
            return ConformityFinding.passed(Check.CONFIGURATION_CERTIFICATE, clients);
        }
        // Tokens are exchanged in the Espace de Confiance, where no secret is enough (ANS FAQ 2025-26).
        var exchanges = file.backends().stream()
                .filter(backend -> backend.tokenExchange().isPresent())
                .count();
        return exchanges > 0
                ? ConformityFinding.failed(Check.CONFIGURATION_CERTIFICATE, without, clients, exchanges)
                : new ConformityFinding(
                        Check.CONFIGURATION_CERTIFICATE,
                        Outcome.UNSEEN,
                        "configuration.certificate.depends",
                        List.of(without, clients));
    }

    private static ConformityFinding apiClients(ConfigurationFile file) {
        var clients = file.backends().stream()
                .map(BackendEntry::tokenExchange)
                .flatMap(Optional::stream)
                .map(TokenExchange::client)
                .flatMap(Optional::stream)
                .toList();
        var shared = clients.stream()
                .filter(client -> client.method().equals(Optional.of("dangerously_client_of_psc")))
                .count();
        return ConformityFinding.of(Check.CONFIGURATION_API_CLIENTS, shared == 0, shared, clients.size());
    }

    private static ConformityFinding applications(ConfigurationFile file) {
        var applications = file.applications().size();
        return ConformityFinding.of(
                Check.CONFIGURATION_APPLICATIONS, !file.conformityMode() && applications > 0, applications);
    }

    private static ConformityFinding traces(ConfigurationFile file) {
        return file.traces()
                .filter(traces ->
                        traces.directory().isPresent() || traces.inStore().orElse(false))
                .map(traces -> traces.retention().orElseGet(() -> "P" + TraceSettings.DEFAULT_RETENTION.toDays() + "D"))
                .map(retention -> ConformityFinding.passed(Check.CONFIGURATION_TRACES, retention))
                .orElseGet(() -> ConformityFinding.failed(Check.CONFIGURATION_TRACES));
    }

    private static ConformityFinding addresses(ConfigurationFile file) {
        var named = file.trustedReverseProxies().size();
        // The proxy speaks no TLS by itself: behind https there is always something in front of it.
        return ConformityFinding.of(Check.CONFIGURATION_ADDRESSES, !isBehindTls(file) || named > 0, named);
    }

    private static boolean isBehindTls(ConfigurationFile file) {
        return file.publicBaseUri()
                .filter(base -> "https".equals(base.getScheme()))
                .isPresent();
    }
}
