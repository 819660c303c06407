package io.github.pscsdk.example.santefr.json;

import java.net.URI;
import java.nio.file.Path;

/**
 * The configuration file of a stand-alone form.
 *
 * @param port 0 picks a free one
 * @param database the database file without its suffix
 * @param introspectionEndpoint where API tokens are introspected
 * @param clientId the form's name there
 * @param clientSecret the form's secret there
 */
public record FormSettings(int port, Path database, URI introspectionEndpoint, String clientId, String clientSecret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "FormSettings[port=" + port + "]";
    }
}
