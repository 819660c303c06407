package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the models.
 *
 * @param window the thread of the windows; models belong to it
 * @param background one thread for what waits: the disk, the network. One after the other, in order
 */
public record ModelThreads(Executor window, Executor background) {
    private static final Logger LOG = LoggerFactory.getLogger(ModelThreads.class);

    @FunctionalInterface
    interface Work {
        void run() throws PscException, InterruptedException;
    }

    /** Works in the background, and tells the window's thread when it is done, or why it failed. */
    void work(Work work, Consumer<Optional<Problem>> listener) {
        background.execute(() -> {
            var outcome = outcome(work);
            window.execute(() -> listener.accept(outcome));
        });
    }

    /** Works on this thread: empty where it is done, or else why it failed. */
    static Optional<Problem> outcome(Work work) {
        try {
            work.run();
            return Optional.empty();
        } catch (PscException e) {
            return Optional.of(e.problem());
        } catch (InterruptedException e) {
            // The program ends; what waits goes out the next time.
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            // The class and the place, not the message: it may repeat a value.
            var place = e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
            LOG.error(
                    "work in the background met a defect: {} at {}",
                    e.getClass().getName(),
                    place);
            return Optional.of(DesktopProblem.DEFECT);
        }
    }
}
