package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.commandline.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.lab.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One session, from the first row to the sign-out. */
final class DemoRun {
    private final AuthenticationSession session;
    private final Screen screen;

    DemoRun(AuthenticationSession session, Screen screen) {
        this.session = Objects.requireNonNull(session, "session");
        this.screen = Objects.requireNonNull(screen, "screen");
    }

    /**
     * Delivers all rows and signs out; stops at the first row that cannot be settled, and signs out all the same.
     *
     * @return one outcome for each row, in the same order
     * @throws PscException if a row could not be settled, or the sign-out failed
     * @throws InterruptedException if the thread is interrupted
     */
    List<Outcome> deliver(List<Row> rows) throws PscException, InterruptedException {
        screen.say("step.rows", screen.digits(rows.size()));
        var delivery = new DeclarationDelivery(session);
        var outcomes = new ArrayList<Outcome>();
        try (var bar = screen.progress(rows.size())) {
            bar.show(0);
            for (var row : rows) {
                outcomes.add(delivery.deliver(row));
                bar.show(outcomes.size());
            }
        } catch (PscException e) {
            screen.say("failed.answered", screen.digits(outcomes.size()), screen.digits(rows.size()));
            signOutAfter(e);
            throw e;
        }
        screen.say("step.signout");
        session.signOut();
        return outcomes;
    }

    private void signOutAfter(PscException failure) throws InterruptedException {
        try {
            session.signOut();
        } catch (PscException e) {
            failure.addSuppressed(e);
        }
    }
}
