package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.santefr.json.PscSettings.KeyFile;
import io.github.pscsdk.example.santefr.json.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up what a configuration file rather names than says. Relative paths start at that file. */
final class Secrets {
    private final Path configuration;
    private final Map<String, String> variables;

    Secrets(Path configuration, Map<String, String> variables) {
        this.configuration = configuration.toAbsolutePath();
        this.variables = Map.copyOf(variables);
    }

    /** The secret; the line end that editors add to a file is no part of it. */
    String reveal(SecretSource source) throws IOException {
        var given = Stream.of(source.file(), source.variable(), source.value())
                .filter(Optional::isPresent)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException("a secret is given by exactly one of: file, variable, value");
        }
        if (source.file().isPresent()) {
            return Files.readString(configuration.resolveSibling(source.file().get()))
                    .stripTrailing();
        }
        return source.value()
                .or(() -> source.variable().map(variables::get))
                .orElseThrow(() -> new IllegalArgumentException("the environment variable of a secret is not set"));
    }

    /** Opens a PKCS#12 file. */
    KeyStore keyStore(KeyFile file) throws IOException, GeneralSecurityException {
        var password = reveal(file.password()).toCharArray();
        try {
            return KeyStore.getInstance(
                    configuration.resolveSibling(file.file()).toFile(), password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
