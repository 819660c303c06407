package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What the login window shows and does. */
public final class LoginModel extends ObservableModel {
    private final PscClient client;
    private final LoginSettings terms;
    private final Clock clock;
    private final ModelThreads threads;
    private final Consumer<AuthenticationSession> entered;
    private LoginStage stage = LoginStage.Choosing.anew();
    private LoginRun run = new LoginRun();
    private Optional<AvailableLoginOption> last = Optional.empty();

    /** @param entered is called on the window's thread with each session */
    public LoginModel(
            PscClient client,
            LoginSettings terms,
            Clock clock,
            ModelThreads threads,
            Consumer<AuthenticationSession> entered) {
        this.client = client;
        this.terms = terms;
        this.clock = clock;
        this.threads = threads;
        this.entered = entered;
    }

    /** What there is to choose, in the order of the configuration; nothing where no plug-in of it is loaded. */
    public List<AvailableLoginOption> choices() {
        return AvailableLoginOption.of(terms.means(), client.authenticators());
    }

    /** What to choose unless the person says otherwise: what they chose the last time, or the first; empty if there is none. */
    public Optional<AvailableLoginOption> preferred() {
        var choices = choices();
        return last.filter(choices::contains).or(() -> choices.stream().findFirst());
    }

    /** What to show. */
    public LoginStage stage() {
        return stage;
    }

    /** How long the login goes on by itself; empty until it says so. */
    public OptionalLong secondsLeft() {
        return stage instanceof LoginStage.Underway underway
                        && underway.deadline().isPresent()
                ? OptionalLong.of(Math.max(
                        0,
                        Duration.between(clock.instant(), underway.deadline().get())
                                .toSeconds()))
                : OptionalLong.empty();
    }

    /** Begins a login; one that goes on is given up. */
    public void start(AvailableLoginOption choice) {
        run.cancel();
        var begun = new LoginRun();
        run = begun;
        last = Optional.of(choice);
        show(LoginStage.Underway.begun());
        var request = terms.request(choice.means())
                .withProgress(progress -> inWindow(begun, underway -> underway.after(progress)))
                .withDialog(new LoginQuestions(change -> inWindow(begun, change)));
        var future = client.loginAsync(request);
        begun.began(future);
        future.whenComplete((session, failure) -> ended(begun, Optional.ofNullable(session), failure));
    }

    /** Gives the login up. The window can be used at once. */
    public void cancel() {
        run.cancel();
        show(LoginStage.Choosing.anew());
    }

    private void inWindow(LoginRun of, UnaryOperator<LoginStage.Underway> change) {
        threads.window().execute(() -> {
            if (of == run && of.goesOn() && stage instanceof LoginStage.Underway underway) {
                show(change.apply(underway));
            }
        });
    }

    /** On a thread of the SDK's. */
    private void ended(LoginRun of, Optional<AuthenticationSession> session, Throwable failure) {
        if (session.isPresent()) {
            if (of.takes(session.get())) {
                threads.window().execute(() -> {
                    show(new LoginStage.Done());
                    entered.accept(session.get());
                });
            }
        } else if (of.fails()) {
            threads.window().execute(() -> show(failed(failure)));
        }
    }

    private LoginStage failed(Throwable failure) {
        var notices = stage instanceof LoginStage.Underway underway ? underway.notices() : List.<Diagnostic>of();
        return new LoginStage.Choosing(problem(failure), notices);
    }

    private static Optional<Problem> problem(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return Optional.empty();
        }
        return Optional.of(cause instanceof PscException known ? known.problem() : PluginProblem.PLUGIN_FAILED);
    }

    private void show(LoginStage next) {
        stage = next;
        changed();
    }
}
