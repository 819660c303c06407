package io.github.pscsdk.example.console.login;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.console.attended.Attended;
import io.github.pscsdk.example.console.attended.PluginFolder;
import io.github.pscsdk.example.console.option.TypedIdentifier;
import io.github.pscsdk.example.console.screen.Screen;
import io.github.pscsdk.example.console.screen.Texts;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of a login. */
@Command(
        name = "login",
        header = "Logs a health professional in, as practice software does, and signs out.",
        description = {
            "Shows each step on standard error, with the two digits to compare, and who is logged in on standard output. "
                    + "Asks which card or whose identifier where an authenticator cannot know and a terminal is there.",
            "",
            "After psc simulate in another terminal, psc login --with stub needs nothing else."
        },
        sortOptions = false)
public final class LoginCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--with",
            required = true,
            split = ",",
            paramLabel = "ID",
            description =
                    "The authenticators to try, in order: the next one where one is unavailable, such as cps,ecps.")
    private List<String> authenticators;

    @Option(
            names = "--national-id",
            paramLabel = "ID",
            converter = TypedIdentifier.class,
            description = "Who logs in: a national identifier, an RPPS number or an ADELI number.")
    private Optional<NationalId> nationalId;

    @Option(
            names = "--way",
            paramLabel = "WAY",
            converter = WayWords.class,
            description = "browser or backchannel, where an authenticator knows both. Default: its own choice.")
    private Optional<WayIn> way;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            converter = Seconds.class,
            description = "How long the login may take. Default: ${DEFAULT-VALUE}")
    private Duration timeout;

    @Option(
            names = "--on-card-removed",
            paramLabel = "WHAT",
            defaultValue = "lock",
            converter = RemovalWords.class,
            description = "ignore, lock or sign-out. Default: ${DEFAULT-VALUE}")
    private CardRemoval cardRemoval;

    @Mixin
    private ProxyOptions server;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "The folder of plug-in archives. Default: the folder \"plugins\" beside the running jar.")
    private Optional<Path> plugins;

    @Option(
            names = "--keep",
            description =
                    "Stay logged in until Enter or Ctrl-C, and tell when the session is locked, unlocked or ended.")
    private boolean keep;

    @Option(names = "--no-sign-out", description = "Leave the session open at the server half.")
    private boolean noSignOut;

    @Option(names = "--json", description = "Print one line of JSON for the login, and one for each change.")
    private boolean json;

    @Option(names = "--verbose", description = "Write a log of every step to standard error.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Override
    public Integer call() {
        // Before anything starts: what is wrong here is the command line.
        var builder = server.client().pluginDirectory(plugins.orElseGet(PluginFolder::besideTheJar));
        return Attended.run(spec, verbose, (texts, screen) -> login(builder, texts, screen));
    }

    private void login(PscClientBuilder builder, Texts texts, Screen screen) throws PscException, InterruptedException {
        var keyboard = Keyboard.ofTheTerminal();
        var report = new LoginReport(spec.commandLine().getOut(), texts, json, ZoneId.systemDefault());
        try (var client = builder.build()) {
            checkPlugins(client, screen);
            use(
                    client.login(request(screen, keyboard)),
                    session -> {
                        report.print(session);
                        if (keep) {
                            screen.say(keyboard.isPresent() ? "login.keep.enter" : "login.keep");
                            Stay.in(session, keyboard, report::print);
                        }
                    },
                    screen);
        }
    }

    private LoginRequest request(Screen screen, Optional<Keyboard> keyboard) {
        var request = LoginRequest.using(authenticators.toArray(String[]::new))
                .withTimeout(timeout)
                .withCardRemoval(cardRemoval)
                .withProgress(new LoginScreen(screen, Clock.systemUTC()));
        request = nationalId.map(request::withNationalId).orElse(request);
        request = way.map(request::withWayIn).orElse(request);
        return keyboard.isPresent() ? request.withDialog(new TerminalDialog(screen, keyboard.get())) : request;
    }

    /** Without any of the authenticators, what the plug-in folder has to say is what the person needs to know. */
    private void checkPlugins(PscClient client, Screen screen) throws InterruptedException {
        if (client.authenticators().stream().noneMatch(one -> authenticators.contains(one.id()))) {
            client.diagnose().stream()
                    .filter(finding -> finding.problem() != LoginProblem.AUTHENTICATOR_NOT_FOUND)
                    .forEach(screen::finding);
        }
    }

    @FunctionalInterface
    private interface Use {
        void of(AuthenticationSession session) throws InterruptedException;
    }

    /** Signs out afterwards, at Ctrl-C too. */
    private void use(AuthenticationSession session, Use use, Screen screen) throws PscException, InterruptedException {
        try (session) {
            try {
                use.of(session);
            } finally {
                if (noSignOut) {
                    screen.say("login.lives.on");
                } else {
                    screen.say("step.signout");
                    session.signOut();
                }
            }
        }
    }
}
