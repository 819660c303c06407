package io.github.pscsdk.commandline.internal;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that works for a person or for another program; a mix-in, declared after the command's own. */
public final class CommonOptions {
    @Option(names = "--json", description = "Print JSON instead, for other programs.")
    private boolean json;

    @Option(names = "--verbose", description = "Write a log of every step to standard error.")
    private boolean verbose;

    @Mixin
    private HelpOption help;

    /** Whether another program reads standard output. */
    public boolean json() {
        return json;
    }

    /** Whether a log is wanted. */
    public boolean verbose() {
        return verbose;
    }
}
