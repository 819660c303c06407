package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.commandline.internal.Commands;
import io.github.pscsdk.commandline.internal.LogConfiguration;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Diagnostic;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code proxy-esante} command: the stand-alone service, which stops in good order on SIGTERM, and the tools of its operator. */
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
            description = "What the service needs to know: docs/run-a-proxy.md.")
    private Optional<Path> configuration;

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
            log(e.getMessage());
            new Screen(spec.commandLine().getErr(), CommandTexts.of(spec), false)
                    .finding(Diagnostic.of(e.problem(), Severity.BLOCKING));
            return ExitCode.USAGE;
        } catch (IllegalArgumentException | IllegalStateException | StoreException e) {
            log(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    /** Without a stack: the reader is an operator who mistyped something. */
    private static void log(String why) {
        LoggerFactory.getLogger(ProxyMain.class).error("the proxy cannot start: {}", why);
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
