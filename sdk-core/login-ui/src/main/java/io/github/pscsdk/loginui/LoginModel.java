package io.github.pscsdk.loginui;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A login, from the choice of a means to its end. Belongs to the thread of the window. */
final class LoginModel {
    private final PscClient client;
    private final Executor window;
    private final Runnable listener;
    private final Consumer<AuthenticationSession> entered;
    private List<LoginRequest> offered = List.of();
    private CompletableFuture<AuthenticationSession> login = new CompletableFuture<>();
    private Optional<RunningLogin> running = Optional.empty();
    private String last = "";
    private Optional<Problem> problem = Optional.empty();
    private List<Diagnostic> notices = List.of();

    /**
     * A choice, before any login.
     *
     * @param window the thread of the window
     * @param listener is called after each change
     * @param entered is called with each session
     */
    LoginModel(PscClient client, Executor window, Runnable listener, Consumer<AuthenticationSession> entered) {
        this.client = client;
        this.window = window;
        this.listener = listener;
        this.entered = entered;
    }

    /** None for one login by each authenticator that is loaded. */
    void offer(List<LoginRequest> requests) {
        offered = requests;
        listener.run();
    }

    /** The logins that can be chosen, in their order. */
    List<LoginChoice> choices() {
        var loaded = client.authenticators();
        var requests = offered.isEmpty() ? loaded.stream().map(one -> LoginRequest.using(one.id())) : offered.stream();
        var choices = new LinkedHashMap<String, LoginChoice>();
        requests.flatMap(request -> LoginChoice.of(request, loaded).stream())
                .forEach(choice -> choices.putIfAbsent(choice.name(), choice));
        return List.copyOf(choices.values());
    }

    /** The choice of the last time, or the first; empty if there is none. */
    Optional<LoginChoice> preferred() {
        var choices = choices();
        return choices.stream()
                .filter(choice -> choice.name().equals(last))
                .findFirst()
                .or(() -> choices.stream().findFirst());
    }

    /** The login that goes on; empty while a means is to be chosen. */
    Optional<RunningLogin> running() {
        return running;
    }

    /** Why the login before came to nothing, or why nobody is logged in any more. */
    Optional<Problem> problem() {
        return problem;
    }

    /** The notices of the login that came to nothing. */
    List<Diagnostic> notices() {
        return notices;
    }

    /** How long the login goes on by itself; empty until it says so. */
    Optional<Long> secondsLeft(Instant now) {
        return running.flatMap(RunningLogin::progress)
                .map(progress -> Duration.between(now, progress.deadline()))
                .map(left -> Math.max(0, left.toSeconds()));
    }

    /** Begins a login; one that goes on is given up. */
    void start(LoginChoice choice) {
        clear();
        last = choice.name();
        var begun = new RunningLogin(window, this::show);
        running = Optional.of(begun);
        listener.run();
        login = client.loginAsync(choice.request().withProgress(begun::reaches).withDialog(begun));
        login.whenComplete((session, thrown) -> window.execute(() -> end(begun, session, thrown)));
    }

    /** Gives the login up: the window is free at once, and the SDK stops within a second, at the server half too. */
    void cancel() {
        if (running.isPresent()) {
            clear();
            listener.run();
        }
    }

    /** Tells why nobody is logged in any more. */
    void tell(Problem why) {
        problem = Optional.of(why);
        listener.run();
    }

    private void clear() {
        running = Optional.empty();
        problem = Optional.empty();
        notices = List.of();
        login.cancel(true);
    }

    /** Late words of a login before are ignored. */
    private void show(RunningLogin told) {
        if (isRunning(told)) {
            listener.run();
        }
    }

    private boolean isRunning(RunningLogin one) {
        return running.filter(now -> now == one).isPresent();
    }

    private void end(RunningLogin ended, @Nullable AuthenticationSession session, @Nullable Throwable thrown) {
        if (!isRunning(ended)) {
            if (session != null) {
                signOut(session);
            }
            return;
        }
        clear();
        // A client that was closed cancels: that is no problem of the person.
        if (session == null && !(thrown instanceof CancellationException)) {
            problem = Optional.of(thrown instanceof PscException known ? known.problem() : PluginProblem.PLUGIN_FAILED);
            notices = ended.notices();
        }
        listener.run();
        if (session != null) {
            entered.accept(session);
        }
    }

    /** Ends a session that was there before its login was given up. */
    private static void signOut(AuthenticationSession late) {
        var ending = new Thread(
                () -> {
                    try {
                        late.signOut();
                    } catch (PscException e) {
                        // Nobody is there to be told: it is ended here, and expires at the server half.
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "psc-late-login");
        ending.setDaemon(true);
        ending.start();
    }
}
