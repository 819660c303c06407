package io.github.pscsdk.spring;

import io.github.pscsdk.spring.PscProperties.SecretSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Fetches a secret from where the settings say. */
final class SecretReader {
    private final UnaryOperator<String> variables;

    /** @param variables the value of an environment variable, null where there is none */
    SecretReader(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    String read(SecretSettings source, String setting) {
        if (source == null
                || Stream.of(source.value(), source.file(), source.variable())
                                .filter(Objects::nonNull)
                                .count()
                        != 1) {
            throw new PscSettingsException(setting, "has exactly one of value, file and variable");
        }
        var secret = source.value() != null
                ? source.value()
                : source.file() != null ? fromFile(source, setting) : fromVariable(source, setting);
        if (secret.isBlank()) {
            throw new PscSettingsException(setting, "is empty");
        }
        return secret;
    }

    private static String fromFile(SecretSettings source, String setting) {
        try {
            return Files.readString(source.file()).strip();
        } catch (IOException e) {
            throw new PscSettingsException(setting + ".file", "cannot be read");
        }
    }

    private String fromVariable(SecretSettings source, String setting) {
        var secret = variables.apply(source.variable());
        if (secret == null) {
            throw new PscSettingsException(setting + ".variable", "names a variable that is not set");
        }
        return secret;
    }
}
