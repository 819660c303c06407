package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.relyingparty.settings.RelyingPartySettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The configuration file of a stand-alone form.
 *
 * @param port 0 picks a free one
 * @param database the database file without its suffix; empty where there is PostgreSQL
 * @param introspectionEndpoint where API tokens are introspected
 * @param clientId the form's name there
 * @param clientSecret the form's secret there
 * @param psc the form as a client of Pro Santé Connect; empty for an API alone
 * @param postgres that database
 * @param mostDrafts how many drafts one professional may have; empty for the usual number
 */
public record FormSettings(
        int port,
        Optional<Path> database,
        URI introspectionEndpoint,
        String clientId,
        String clientSecret,
        Optional<RelyingPartySettings> psc,
        Optional<PostgresSettings> postgres,
        Optional<Integer> mostDrafts) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "FormSettings[port=" + port + "]";
    }
}
