package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.proxy.internal.json.ConfigurationText;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxytools.internal.conformity.Assessment.Note;
import io.github.pscsdk.proxytools.internal.conformity.ConformityFinding.Outcome;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The proxy's configuration file. No secret that it names is looked up. */
final class ConfigurationEvidence {
    private ConfigurationEvidence() {}

    /** @throws IOException if it cannot be read, has a mistake, or names no environment */
    static ConfigurationText read(Path path, Language language) throws IOException {
        try {
            var text = ConfigurationText.read(path);
            var settings = new SettingsReader(path, Map.of(), text);
            settings.text("environment.name");
            text.check(settings.faults());
            return text;
        } catch (SettingsException e) {
            throw new IOException(String.join("\n", e.sentences(language)), e);
        }
    }

    static List<ConformityFinding> of(ConfigurationText file) {
        return List.of(
                certificate(file),
                apiClients(file),
                ConformityFinding.of(Check.CONFIGURATION_HTTPS, isBehindTls(file)),
                applications(file),
                traces(file),
                addresses(file));
    }

    /** The environment, and limits that no obligation asks for but that are worth a look. */
    static List<Note> notes(ConfigurationText file) {
        var standard = AttemptLimits.DEFAULT;
        return List.of(
                new Note("note.environment", file.value("environment.name").orElseThrow()),
                new Note(
                        "note.limits",
                        number(file, "limits.perCaller", standard.perCaller()),
                        number(file, "limits.perNationalId", standard.perNationalId()),
                        file.value("limits.window").orElse(standard.window().toString())));
    }

    private static long number(ConfigurationText file, String key, long standard) {
        return file.value(key).map(Long::valueOf).orElse(standard);
    }

    private static boolean isTrue(ConfigurationText file, String key) {
        return file.value(key).equals(Optional.of("true"));
    }

    private static ConformityFinding certificate(ConfigurationText file) {
        var clients = file.entries("clients");
        var without = clients.stream()
                .filter(client -> !file.value(client + ".method").equals(Optional.of("mtls")))
                .count();
        if (without == 0 && !clients.isEmpty()) {
            return ConformityFinding.passed(Check.CONFIGURATION_CERTIFICATE, clients.size());
        }
        // Tokens are exchanged in the Espace de Confiance, where no secret is enough (ANS FAQ 2025-26).
        var exchanges = file.entries("backends").stream()
                .filter(backend -> file.has(backend + ".tokenExchange"))
                .count();
        return exchanges > 0
                ? ConformityFinding.failed(Check.CONFIGURATION_CERTIFICATE, without, clients.size(), exchanges)
                : new ConformityFinding(
                        Check.CONFIGURATION_CERTIFICATE,
                        Outcome.UNSEEN,
                        "configuration.certificate.depends",
                        List.of(without, clients.size()));
    }

    private static ConformityFinding apiClients(ConfigurationText file) {
        var clients = file.entries("backends").stream()
                .map(backend -> backend + ".tokenExchange.client")
                .filter(file::has)
                .toList();
        var shared = clients.stream()
                .filter(client -> file.value(client + ".method").equals(Optional.of("dangerously_client_of_psc")))
                .count();
        return ConformityFinding.of(Check.CONFIGURATION_API_CLIENTS, shared == 0, shared, clients.size());
    }

    private static ConformityFinding applications(ConfigurationText file) {
        var applications = file.entries("applications").size();
        return ConformityFinding.of(
                Check.CONFIGURATION_APPLICATIONS, !isTrue(file, "conformityMode") && applications > 0, applications);
    }

    private static ConformityFinding traces(ConfigurationText file) {
        var standard = "P" + TraceSettings.DEFAULT_RETENTION.toDays() + "D";
        return file.value("traces.directory").isPresent() || isTrue(file, "traces.inStore")
                ? ConformityFinding.passed(
                        Check.CONFIGURATION_TRACES,
                        file.value("traces.retention").orElse(standard))
                : ConformityFinding.failed(Check.CONFIGURATION_TRACES);
    }

    private static ConformityFinding addresses(ConfigurationText file) {
        var named = file.entries("trustedReverseProxies").size();
        // The proxy speaks no TLS by itself: behind https there is always something in front of it.
        return ConformityFinding.of(Check.CONFIGURATION_ADDRESSES, !isBehindTls(file) || named > 0, named);
    }

    private static boolean isBehindTls(ConfigurationText file) {
        return file.value("publicBaseUri")
                .map(URI::create)
                .filter(base -> "https".equals(base.getScheme()))
                .isPresent();
    }
}
