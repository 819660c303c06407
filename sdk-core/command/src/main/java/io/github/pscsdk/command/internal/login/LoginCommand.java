package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.commandline.CommonOptions;
import io.github.pscsdk.commandline.InteractiveRun;
import io.github.pscsdk.commandline.Keyboard;
import io.github.pscsdk.commandline.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
            "With --json, one line for the login, and one for each change.",
            "",
            "After psc-lab simulate in another terminal, psc login --with stub needs only --plugins, the stub's folder."
        },
        sortOptions = false)
public final class LoginCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RequestOptions wanted;

    @Mixin
    private ClientOptions server;

    @Option(
            names = "--resume-file",
            paramLabel = "FILE",
            description = "Keep a pending login there, readable for you alone, and go on with it after a restart.")
    private Optional<Path> resumeFile;

    @Option(
            names = "--ask",
            description =
                    "Ask on standard input even where it is not seen to be a terminal: for a program that answers, "
                            + "and for a terminal that stands behind a pipe.")
    private boolean ask;

    @Option(
            names = "--keep",
            description =
                    "Stay logged in until Enter or Ctrl-C, and tell when the session is locked, unlocked or ended.")
    private boolean keep;

    @Option(names = "--no-sign-out", description = "Leave the session open at the server half.")
    private boolean noSignOut;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        // Before anything starts: what is wrong here is the command line.
        var builder = server.client();
        return InteractiveRun.run(spec, common.verbose(), (texts, screen) -> login(builder, texts, screen));
    }

    private int login(PscClientBuilder builder, Texts texts, Screen screen) throws PscException, InterruptedException {
        var keyboard = ask ? Optional.of(Keyboard.ofStandardInput()) : Keyboard.ofTheTerminal();
        var report = new LoginReport(spec.commandLine().getOut(), texts, common.json(), ZoneId.systemDefault());
        try (var client = builder.build()) {
            checkPlugins(client, screen);
            use(
                    session(client, screen, keyboard),
                    session -> {
                        report.print(session);
                        if (keep) {
                            screen.say(keyboard.isPresent() ? "login.keep.enter" : "login.keep");
                            StayLoggedIn.in(session, keyboard, report::print);
                        }
                    },
                    screen);
        }
        return ExitCode.OK;
    }

    private AuthenticationSession session(PscClient client, Screen screen, Optional<Keyboard> keyboard)
            throws PscException, InterruptedException {
        var steps = new LoginScreen(screen, Clock.systemUTC());
        var kept = resumeFile.map(file -> new ResumeFile(file, screen));
        var left = kept.flatMap(ResumeFile::left);
        left.ifPresent(ticket -> screen.say("login.resume"));
        var request = wanted.request(left).withProgress(progress -> {
            kept.ifPresent(file -> file.keep(progress));
            steps.accept(progress);
        });
        try {
            return client.login(
                    keyboard.isPresent() ? request.withDialog(new TerminalDialog(screen, keyboard.get())) : request);
        } finally {
            kept.ifPresent(ResumeFile::drop);
        }
    }

    /** Without any of the authenticators, what the plug-in folder has to say is what the person needs to know. */
    private void checkPlugins(PscClient client, Screen screen) throws InterruptedException {
        if (client.authenticators().stream().noneMatch(wanted::names)) {
            client.diagnose().findings().forEach(screen::finding);
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
