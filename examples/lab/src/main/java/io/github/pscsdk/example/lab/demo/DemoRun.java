package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.declaration.CentreFile.Rows;
import io.github.pscsdk.example.lab.outcome.Summary;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.outbox.ProfessionalOutbox;
import java.util.Optional;

/** One session, from the first row to the sign-out. */
record DemoRun(
        AuthenticationSession session,
        Optional<ProfessionalOutbox> journal,
        Optional<ReportFile> report,
        Screen screen) {
    /**
     * Delivers all rows and signs out; stops at the first row that cannot be settled, and signs out all the same.
     *
     * @throws PscException if a row could not be settled, or the sign-out failed
     */
    void deliver(Rows rows, int size, Summary.Counter summary) throws PscException, InterruptedException {
        screen.say("step.rows", screen.digits(size));
        try (var bar = screen.progress(size)) {
            bar.show(0);
            var batches = new BatchesInFlight(new RowDelivery(new FormReceiver(session), journal));
            batches.deliver(rows, outcomes -> {
                if (report.isPresent()) {
                    report.get().add(outcomes);
                }
                outcomes.forEach(summary::add);
                bar.show(summary.read());
            });
            checkNothingWaits(size - summary.read());
        } catch (PscException e) {
            screen.say("failed.answered", screen.digits(summary.read()), screen.digits(size));
            signOutAfter(e);
            throw e;
        }
        screen.say("step.signout");
        session.signOut();
    }

    private static void checkNothingWaits(int rows) throws PscException {
        if (rows > 0) {
            throw new PscException(LabProblem.ANSWER_UNUSABLE, rows + " rows wait in the journal");
        }
    }

    private void signOutAfter(PscException failure) throws InterruptedException {
        try {
            session.signOut();
        } catch (PscException e) {
            failure.addSuppressed(e);
        }
    }
}
