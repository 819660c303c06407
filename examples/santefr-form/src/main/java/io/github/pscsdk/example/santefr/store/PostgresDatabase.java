package io.github.pscsdk.example.santefr.store;

import java.util.Objects;

/**
 * A database of PostgreSQL, whose driver is on the class path.
 *
 * @param url such as {@code jdbc:postgresql://db.example/santefr}
 * @param user who may make tables there
 * @param password of that user
 */
public record PostgresDatabase(String url, String user, String password) {
    private static final String SCHEME = "jdbc:postgresql:";

    public PostgresDatabase {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("the URL of the database begins with " + SCHEME);
        }
    }

    /** Prints no value: a URL may hold a password too. */
    @Override
    public String toString() {
        return "PostgresDatabase[…]";
    }
}
