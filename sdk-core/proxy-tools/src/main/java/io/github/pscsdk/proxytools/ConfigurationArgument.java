package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxy.internal.configuration.ConfigurationReader;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.FileSource;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A configuration that a command line names; one that cannot be used is a command that was used wrongly. */
final class ConfigurationArgument {
    private static final String SUFFIX_OF_H2 = ".mv.db";

    private ConfigurationArgument() {}

    static ProxyConfiguration read(CommandSpec command, Path file, Texts texts) {
        try {
            return ConfigurationReader.read(file, System.getenv());
        } catch (SettingsException e) {
            throw new ParameterException(
                    command.commandLine(),
                    texts.get("configuration.unusable", file, String.join("\n", e.sentences(texts.language()))),
                    e);
        }
    }

    /** Opening a store in a file that is not there would make one. */
    static void requireFileOf(StoreSource source) throws PscException {
        if (source instanceof FileSource store && !Files.exists(Path.of(store.file() + SUFFIX_OF_H2))) {
            throw new PscException(CommandLineProblem.INPUT_UNREADABLE, "there is no store in " + store.file());
        }
    }
}
