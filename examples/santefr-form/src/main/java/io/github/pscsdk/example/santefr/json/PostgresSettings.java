package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.example.declaration.json.JsonObject;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.relyingparty.settings.SecretSettings;
import java.util.Optional;
import java.util.Set;

/**
 * A database of PostgreSQL in the configuration file.
 *
 * @param url of JDBC
 * @param user who may make tables
 * @param password where it is found
 */
public record PostgresSettings(String url, String user, SecretSettings password) {
    private static final Set<String> MEMBERS = Set.of("url", "user", "password");

    static Optional<PostgresSettings> of(JsonObject document) throws MalformedJsonException {
        if (!document.has("postgresql")) {
            return Optional.empty();
        }
        var members = document.object("postgresql", MEMBERS);
        return Optional.of(new PostgresSettings(
                members.needed("url"),
                members.needed("user"),
                PscSettingsReader.secret(members, "postgresql.", "password")));
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "PostgresSettings[…]";
    }
}
