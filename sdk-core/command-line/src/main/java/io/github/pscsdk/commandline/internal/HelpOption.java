package io.github.pscsdk.commandline.internal;

import picocli.CommandLine.Option;

/** The option of every command; a mix-in, declared last. */
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean shown;
}
