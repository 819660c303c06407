package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Keyboard;
import io.github.pscsdk.commandline.internal.LowerCase;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.commandline.internal.Terminal;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
public final class LoginCommand extends InteractiveCommand {
    @Option(
            names = "--with",
            required = true,
            split = ",",
            paramLabel = "ID",
            description = "The authenticators to try, in order: the next one where one is unavailable, such as "
                    + "cps,ecps,browser. browser is always there.")
    private List<String> authenticators;

    @Option(
            names = "--national-id",
            paramLabel = "ID",
            description = "The person who logs in: a national identifier, an RPPS number or an ADELI number.")
    private Optional<NationalId> nationalId;

    @Option(
            names = "--way",
            paramLabel = "WAY",
            converter = Ways.class,
            description = "browser or backchannel, where an authenticator knows both. Default: its own choice.")
    private Optional<WayIn> way;

    @Option(
            names = "--require",
            paramLabel = "MEANS",
            converter = MeansConverter.class,
            description = "card, mobile, identity-broker or webauthn: accept no login by another means. Default: any.")
    private Optional<Means> means;

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
            converter = Removals.class,
            description = "ignore, lock or sign-out. Default: ${DEFAULT-VALUE}")
    private CardRemoval cardRemoval;

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

    @Override
    protected int work(Texts texts, Screen screen) throws PscException, InterruptedException {
        // Before anything starts: what is wrong here is the command line.
        var builder = server.client();
        var keyboard = ask || Terminal.typesStandardInput()
                ? Optional.of(Keyboard.ofStandardInput())
                : Optional.<Keyboard>empty();
        var report = new LoginReport(spec.commandLine().getOut(), texts, json(), ZoneId.systemDefault());
        try (var client = builder.build()) {
            try (var session = session(client, screen, keyboard)) {
                try {
                    report.print(session);
                    if (keep) {
                        screen.say(keyboard.isPresent() ? "login.keep.enter" : "login.keep");
                        StayLoggedIn.in(session, keyboard, report::print);
                    }
                } finally {
                    // At Ctrl-C too.
                    signOut(session, screen);
                }
            }
            return ExitCode.OK;
        }
    }

    private void signOut(AuthenticationSession session, Screen screen) throws PscException, InterruptedException {
        if (noSignOut) {
            screen.say("login.lives.on");
        } else {
            screen.say("step.signout");
            session.signOut();
        }
    }

    private AuthenticationSession session(PscClient client, Screen screen, Optional<Keyboard> keyboard)
            throws PscException, InterruptedException {
        var steps = new LoginScreen(screen, Clock.systemUTC());
        var kept = resumeFile.map(file -> new ResumeFile(file, screen));
        var left = kept.flatMap(ResumeFile::left);
        left.ifPresent(ticket -> screen.say("login.resume"));
        var request = request(left).withProgress(progress -> {
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

    private LoginRequest request(Optional<LoginTicket> ticket) {
        var request = ticket.map(LoginRequest::resuming)
                .orElseGet(() -> LoginRequest.using(authenticators.toArray(String[]::new)))
                .withTimeout(timeout)
                .withCardRemoval(cardRemoval);
        request = nationalId.map(request::withNationalId).orElse(request);
        request = means.map(request::requiring).orElse(request);
        return way.map(request::withWayIn).orElse(request);
    }

    private static final class Ways extends LowerCase<WayIn> {
        Ways() {
            super(WayIn.values());
        }
    }

    private static final class Removals extends LowerCase<CardRemoval> {
        Removals() {
            super(CardRemoval.values());
        }
    }

    /** {@code identity-broker} is {@link Means#IDENTITY_BROKER}. */
    private static final class MeansConverter implements ITypeConverter<Means> {
        @Override
        public Means convert(String text) {
            try {
                return new Means(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Up to an hour. */
    private static final class Seconds implements ITypeConverter<Duration> {
        private static final int MOST = 3600;

        @Override
        public Duration convert(String text) {
            // Four digits at most: no number that an int cannot hold.
            var seconds = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
            if (seconds < 1 || seconds > MOST) {
                throw new TypeConversionException("a number of seconds from 1 to " + MOST);
            }
            return Duration.ofSeconds(seconds);
        }
    }
}
