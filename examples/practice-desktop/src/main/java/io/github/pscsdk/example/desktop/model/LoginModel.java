package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.PscClient;
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
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
    private LoginState state = LoginState.Choosing.anew();
    private CompletableFuture<AuthenticationSession> login = new CompletableFuture<>();
    /** Of the login that is shown: late words of one before are ignored. */
    private int number;

    private Optional<LoginOption> last = Optional.empty();

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

    public LoginState state() {
        return state;
    }

    /** The login that goes on, if one does. */
    public Optional<LoginState.Running> running() {
        return state instanceof LoginState.Running running ? Optional.of(running) : Optional.empty();
    }

    /** How long the login goes on by itself; empty until it says so. */
    public OptionalLong secondsLeft() {
        return running()
                .flatMap(LoginState.Running::progress)
                .map(progress -> Duration.between(clock.instant(), progress.deadline()))
                .map(left -> OptionalLong.of(Math.max(0, left.toSeconds())))
                .orElse(OptionalLong.empty());
    }

    /** Begins a login; one that goes on is given up. */
    public void start(LoginOption choice) {
        giveUp();
        last = Optional.of(choice);
        show(LoginState.Running.begun());
        var begun = number;
        login = client.loginAsync(choice.request()
                .withTimeout(settings.time())
                .withCardRemoval(settings.cardRemoval())
                .withProgress(progress -> change(begun, running -> running.after(progress)))
                .withDialog(new DesktopLoginDialog(change -> change(begun, change))));
        login.whenComplete((session, failure) ->
                threads.window().execute(() -> end(begun, Optional.ofNullable(session), failure)));
    }

    /** Gives the login up: the window is free at once, and the SDK stops within a second, at the server half too. */
    public void cancel() {
        giveUp();
        show(LoginState.Choosing.anew());
    }

    private void giveUp() {
        number++;
        login.cancel(true);
    }

    private void change(int of, UnaryOperator<LoginState.Running> change) {
        threads.window()
                .execute(() ->
                        running().filter(running -> of == number).ifPresent(running -> show(change.apply(running))));
    }

    private void end(int of, Optional<AuthenticationSession> session, Throwable failure) {
        if (of != number) {
            // It had ended before it was given up.
            session.ifPresent(late -> threads.work(
                    late::signOut,
                    problem -> problem.ifPresent(why -> LOG.warn("a late login is not signed out: {}", why.code()))));
        } else if (session.isPresent()) {
            state = LoginState.Choosing.anew();
            entered.accept(session.get());
        } else {
            var notices = running().map(LoginState.Running::notices).orElse(List.of());
            show(new LoginState.Choosing(problem(failure), notices));
        }
    }

    private static Optional<Problem> problem(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return Optional.empty();
        }
        return Optional.of(cause instanceof PscException known ? known.problem() : PluginProblem.PLUGIN_FAILED);
    }

    private void show(LoginState next) {
        state = next;
        changed();
    }
}
