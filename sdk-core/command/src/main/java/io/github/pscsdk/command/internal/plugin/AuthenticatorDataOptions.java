package io.github.pscsdk.command.internal.plugin;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where authenticators find their settings, and keep what they must know the next time; a mix-in. */
public final class AuthenticatorDataOptions {
    @Option(
            names = "--settings",
            paramLabel = "DIR",
            description = "The folder of files with settings of authenticators, such as cps.properties. Default: none.")
    private Optional<Path> settings = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "The folder in which authenticators keep what they must know the next time. Default: none.")
    private Optional<Path> state = Optional.empty();

    public Optional<Path> settings() {
        return settings;
    }

    public Optional<Path> state() {
        return state;
    }
}
