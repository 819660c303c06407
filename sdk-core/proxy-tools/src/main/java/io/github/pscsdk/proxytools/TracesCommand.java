package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxy.internal.json.TraceLines;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.trace.TraceFolder;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints traces from where a configuration keeps them, also where no node runs any more. */
@Command(
        name = "traces",
        header = "Prints the traces that a proxy keeps, decrypted, oldest first: JSON lines as in /traces.",
        description = {
            "Reads the folder or the store of the configuration with its key ring, and changes nothing there. A store in a file is "
                    + "read while the proxy does not run. A trace that cannot be decrypted is printed with its time and a problem."
        },
        sortOptions = false)
final class TracesCommand extends InteractiveCommand {
    private static final int PAGE = 500;

    @Parameters(paramLabel = "CONFIGURATION.json", description = "The configuration of the proxy.")
    private Path file;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Traces after this ISO 8601 date and time with an offset.")
    private Optional<OffsetDateTime> start;

    @Option(names = "--end", paramLabel = "TIME", description = "Traces before this one.")
    private Optional<OffsetDateTime> end;

    @Override
    protected int work(Texts texts, Screen screen) throws PscException {
        try {
            export(ConfigurationArgument.read(spec, file, texts), texts, screen);
            return ExitCode.OK;
        } catch (StoreException e) {
            throw e.asPscException();
        }
    }

    private void export(ProxyConfiguration configuration, Texts texts, Screen screen) throws PscException {
        var settings = configuration.traces().orElseThrow(() -> wrong(texts, "traces.in.memory", file));
        if (settings.folder().isPresent()) {
            print(folder(settings.folder().get(), settings), screen);
            return;
        }
        var source = configuration.stores().orElseThrow();
        ConfigurationArgument.requireFileOf(source);
        try (var stores = source.open()) {
            // A configuration that keeps them in Redis was refused.
            print(stores.traces().orElseThrow(), screen);
        }
    }

    private static TraceStore folder(Path folder, TraceSettings settings) throws PscException {
        if (!Files.isDirectory(folder)) {
            throw new PscException(CommandLineProblem.INPUT_UNREADABLE, "there is no folder " + folder);
        }
        return TraceFolder.reading(folder, settings.keyRing(), Clock.systemUTC());
    }

    /**
     * The encoding of standard output is the terminal's, which may lack characters; within JSON each has another
     * spelling.
     */
    private static String ascii(String line) {
        return line.chars()
                .mapToObj(c -> c < 0x7f ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private void print(TraceStore traces, Screen screen) throws PscException {
        var out = spec.commandLine().getOut();
        var until = end.map(OffsetDateTime::toInstant).orElse(Instant.MAX);
        var after = TracePosition.endOf(start.map(OffsetDateTime::toInstant).orElse(Instant.EPOCH));
        var printed = 0;
        var unreadable = 0;
        var why = StoreException.unreadable("traces were written by another version, or changed");
        List<TraceEntry> page;
        do {
            page = traces.read(after, until, PAGE);
            for (var trace : page) {
                out.println(ascii(TraceLines.line(trace)));
                unreadable += TraceLines.isReadable(trace) ? 0 : 1;
                why = trace.failure().orElse(why);
                after = trace.position();
            }
            printed += page.size();
        } while (page.size() == PAGE && !out.checkError());
        if (out.checkError()) {
            throw new PscException(CommandLineProblem.OUTPUT_UNWRITABLE, "standard output cannot be written");
        }
        screen.say("traces.printed", screen.digits(printed));
        if (unreadable > 0) {
            screen.say("traces.unreadable", screen.digits(unreadable));
            throw why.asPscException();
        }
    }
}
