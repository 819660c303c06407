package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.commandline.internal.Commands;
import io.github.pscsdk.commandline.internal.LogConfiguration;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyStartException;
import io.github.pscsdk.proxytools.internal.conformity.ConformityCommand;
import io.github.pscsdk.sessionstore.StoreException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The {@code proxy-esante} command: the stand-alone service, which stops in good order on SIGTERM, and the tools of its
 * operator.
 */
@Command(
        name = "proxy-esante",
        description = "The server half as a service, until SIGTERM; with a subcommand, one of its tools.",
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            DriftCommand.class,
            ConformityCommand.class,
            KeyRingCommand.class,
            CopySessionsCommand.class,
            TracesCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
public final class ProxyMain implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    // Not required of the tools.
    @Parameters(
            arity = "0..1",
            paramLabel = "CONFIGURATION.json",
            description = "The settings of the service: docs/run-a-proxy.md.")
    private Optional<Path> configuration;

    @Option(
            names = "--json",
            description = "Print JSON too, as the last line of standard output, if the service cannot start.")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            description = "The language of that, fr or en. Default: that of this machine.")
    private Optional<Language> language = Optional.empty();

    private Optional<ProxyServer> running = Optional.empty();

    /** Starts the service and returns, or does the work of a tool and ends the process. */
    public static void main(String... arguments) {
        var proxy = new ProxyMain();
        var command = Commands.onStandardStreams(proxy);
        if (arguments.length > 0 && command.getSubcommands().containsKey(arguments[0])) {
            LogConfiguration.ofCommands();
        } else {
            LogConfiguration.use("io/github/pscsdk/proxy/logback.xml");
        }
        var code = command.execute(arguments);
        if (proxy.running.isEmpty()) {
            System.exit(code);
        }
    }

    public static CommandLine commandLine() {
        return Commands.of(new ProxyMain());
    }

    @Override
    public Integer call() {
        var file = configuration.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing the service's configuration"));
        try {
            var server = ProxyServer.start(file);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "proxy-stop"));
            running = Optional.of(server);
            return ExitCode.OK;
        } catch (ProxyStartException e) {
            var detail = String.valueOf(e.getMessage()).replaceFirst(e.problem().code() + ": ", "");
            return failed(e, new PscException(e.problem(), detail, e));
        } catch (StoreException e) {
            return failed(e, e.asPscException());
        } catch (IllegalArgumentException | IllegalStateException e) {
            var detail = String.valueOf(e.getMessage());
            return failed(e, new PscException(ServerProblem.CONFIGURATION_UNUSABLE, detail, e));
        }
    }

    /** The log has no stack: its reader is an operator who mistyped something. */
    private int failed(RuntimeException why, PscException failure) {
        LoggerFactory.getLogger(ProxyMain.class).error("the proxy cannot start: {}", why.getMessage());
        new Screen(spec.commandLine().getErr(), CommandTexts.of(spec), false)
                .finding(Diagnostic.of(failure.problem(), Severity.BLOCKING));
        if (json) {
            Commands.printDocument(spec.commandLine(), failure);
        }
        return ExitCode.USAGE;
    }

    private static void stop(ProxyServer server) {
        try {
            server.drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.close();
        }
    }
}
