package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration.Login;
import io.github.pscsdk.example.desktop.config.LoginOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A login, from the choice of a means to its end. */
public final class LoginModel extends ObservableModel {
    private static final Logger LOG = LoggerFactory.getLogger(LoginModel.class);

    private final PscClient client;
    private final Login settings;
    private final Clock clock;
    private final ModelThreads threads;
    private final Consumer<AuthenticationSession> entered;
    private CompletableFuture<AuthenticationSession> login = new CompletableFuture<>();
    private Optional<RunningLogin> running = Optional.empty();
    private Optional<LoginOption> last = Optional.empty();
    private Optional<Problem> failure = Optional.empty();
    private List<Diagnostic> notices = List.of();

    /** @param entered is called on the window's thread with each session */
    public LoginModel(
            PscClient client,
            Login settings,
            Clock clock,
            ModelThreads threads,
            Consumer<AuthenticationSession> entered) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
        this.entered = entered;
    }

    /** The options of the configuration as far as their authenticators are loaded, in its order. */
    public List<LoginOption> choices() {
        var loaded = client.authenticators().stream()
                .map(AuthenticatorDescriptor::id)
                .toList();
        return settings.options().stream()
                .flatMap(option -> option.among(loaded).stream())
                .distinct()
                .toList();
    }

    /** The names of the authenticators of a choice. */
    public List<String> names(LoginOption choice, Locale locale) {
        return choice.authenticators().stream()
                .flatMap(id ->
                        client.authenticators().stream().filter(one -> one.id().equals(id)))
                .map(one -> one.displayName(locale))
                .toList();
    }

    /** The choice of the last time, or the first; empty if there is none. */
    public Optional<LoginOption> preferred() {
        var choices = choices();
        return last.filter(choices::contains).or(() -> choices.stream().findFirst());
    }

    /** The login that goes on; empty while a means is to be chosen. */
    public Optional<RunningLogin> running() {
        return running;
    }

    /** Why the login before came to nothing. */
    public Optional<Problem> failure() {
        return failure;
    }

    /** The notices of the login that came to nothing. */
    public List<Diagnostic> notices() {
        return notices;
    }

    /** How long the login goes on by itself; empty until it says so. */
    public Optional<Long> secondsLeft() {
        return running.flatMap(RunningLogin::progress)
                .map(progress -> Duration.between(clock.instant(), progress.deadline()))
                .map(left -> Math.max(0, left.toSeconds()));
    }

    /** Begins a login; one that goes on is given up. */
    public void start(LoginOption choice) {
        clear();
        last = Optional.of(choice);
        var begun = new RunningLogin(threads.window(), this::show);
        running = Optional.of(begun);
        changed();
        login = client.loginAsync(choice.request()
                .withTimeout(settings.time())
                .withCardRemoval(settings.cardRemoval())
                .withProgress(begun::reaches)
                .withDialog(begun));
        login.whenComplete(
                (session, thrown) -> threads.window().execute(() -> end(begun, Optional.ofNullable(session), thrown)));
    }

    /** Gives the login up: the window is free at once, and the SDK stops within a second, at the server half too. */
    public void cancel() {
        clear();
        changed();
    }

    private void clear() {
        running = Optional.empty();
        failure = Optional.empty();
        notices = List.of();
        login.cancel(true);
    }

    /** Late words of a login before are ignored. */
    private void show(RunningLogin told) {
        if (isRunning(told)) {
            changed();
        }
    }

    private boolean isRunning(RunningLogin one) {
        return running.filter(now -> now == one).isPresent();
    }

    private void end(RunningLogin ended, Optional<AuthenticationSession> session, Throwable thrown) {
        if (!isRunning(ended)) {
            // It had ended before it was given up.
            session.ifPresent(late -> threads.work(
                    late::signOut,
                    problem -> problem.ifPresent(why -> LOG.warn("a late login is not signed out: {}", why.code()))));
        } else if (session.isPresent()) {
            clear();
            entered.accept(session.get());
        } else {
            clear();
            failure = Optional.of(thrown instanceof PscException known ? known.problem() : PluginProblem.PLUGIN_FAILED);
            notices = ended.notices();
            changed();
        }
    }
}
