package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.io.IOException;
import java.net.BindException;

/** Starts a server, and says in our words why it did not. */
@FunctionalInterface
interface ServerStart<T> {
    T now() throws IOException;

    /**
     * Starts it.
     *
     * @throws PscException {@link LabProblem#PORT_UNAVAILABLE} or {@link LabProblem#SERVER_NOT_STARTED}
     */
    static <T> T of(String name, ServerStart<T> start) throws PscException {
        try {
            return start.now();
        } catch (IOException | RuntimeException e) {
            var problem = isAboutThePort(e) ? LabProblem.PORT_UNAVAILABLE : LabProblem.SERVER_NOT_STARTED;
            throw new PscException(problem, "the " + name + " did not start: " + e.getMessage(), e);
        }
    }

    private static boolean isAboutThePort(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
