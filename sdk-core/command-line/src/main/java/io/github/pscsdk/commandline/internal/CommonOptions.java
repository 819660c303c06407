package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Language;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command; a mix-in, listed after the command's own. */
public final class CommonOptions {
    private static final int LAST = 100;

    static final String JSON = "--json";
    static final String VERBOSE = "--verbose";
    static final String LANGUAGE = "--lang";

    @Option(names = JSON, order = LAST, description = "Print JSON instead, for other programs; of a failure too.")
    private boolean json;

    @Option(names = VERBOSE, order = LAST, description = "Write a log of every step to standard error.")
    private boolean verbose;

    @Option(
            names = LANGUAGE,
            order = LAST,
            paramLabel = "fr|en",
            description = "The language, fr or en. Default: that of this machine.")
    private Optional<Language> language = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            order = LAST,
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    /** Whether another program reads standard output. */
    public boolean json() {
        return json;
    }
}
