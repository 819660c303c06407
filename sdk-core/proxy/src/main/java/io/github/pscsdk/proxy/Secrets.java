package io.github.pscsdk.proxy;

import io.github.pscsdk.proxy.internal.json.ConfigurationFile.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up what a configuration file rather names than says. */
final class Secrets {
    private final Path configuration;
    private final Map<String, String> variables;

    Secrets(Path configuration, Map<String, String> variables) {
        this.configuration = configuration.toAbsolutePath();
        this.variables = variables;
    }

    /** Relative paths start at the folder of the configuration file. */
    Path path(String name) {
        return configuration.resolveSibling(name);
    }

    /** The secret; the line end that editors add to a file is no part of it. */
    String reveal(Secret secret) throws IOException {
        var sources = Stream.of(secret.file(), secret.variable(), secret.value())
                .filter(Optional::isPresent)
                .count();
        if (sources != 1) {
            throw new IllegalArgumentException("a secret is given by exactly one of: file, variable, value");
        }
        if (secret.file().isPresent()) {
            return Files.readString(path(secret.file().get())).stripTrailing();
        } else if (secret.variable().isPresent()) {
            var name = secret.variable().get();
            return Optional.ofNullable(variables.get(name))
                    .orElseThrow(
                            () -> new IllegalArgumentException("the environment variable " + name + " is not set"));
        }
        return secret.value().get();
    }

    /** Opens a PKCS#12 file. */
    KeyStore keyStore(String file, Secret secret) throws IOException, GeneralSecurityException {
        var password = reveal(secret).toCharArray();
        try {
            return KeyStore.getInstance(path(file).toFile(), password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
