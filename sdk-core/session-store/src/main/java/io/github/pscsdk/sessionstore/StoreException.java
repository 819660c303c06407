package io.github.pscsdk.sessionstore;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A store cannot do what it was asked. Its message and causes name no key and no value. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LoginProblem problem;
    private final String detail;

    private StoreException(LoginProblem problem, String message, @Nullable Throwable cause) {
        super(problem.code() + ": " + message, cause);
        this.problem = problem;
        this.detail = message;
    }

    /**
     * The store does not answer, or not in time; asking again later may help ({@code STORE_UNAVAILABLE}).
     *
     * @param message what was tried, for operators; in English
     * @param cause null where there is none
     */
    public static StoreException unavailable(String message, @Nullable Throwable cause) {
        return new StoreException(LoginProblem.STORE_UNAVAILABLE, message, cause);
    }

    /**
     * The same where the connection to that host and port failed, told by the kind of the first {@link IOException}
     * among the causes.
     */
    public static StoreException unreachable(String server, Throwable failure) {
        var broken = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .findFirst();
        return unavailable(server + ": " + broken.map(StoreException::reason).orElse("no usable server in time"), null);
    }

    private static String reason(Throwable broken) {
        if (broken instanceof UnknownHostException) {
            return "no such host";
        } else if (broken instanceof NoRouteToHostException) {
            return "no route to host";
        } else if (broken instanceof SocketTimeoutException) {
            return "no answer in time";
        } else if (broken instanceof ConnectException) {
            return "connection refused";
        } else if (broken instanceof SSLException) {
            return "no TLS";
        }
        return broken instanceof EOFException || broken instanceof SocketException
                ? "connection lost"
                : "no connection, " + broken.getClass().getSimpleName();
    }

    /**
     * The content of the store, or its setup, is not what this node needs ({@code STORE_UNREADABLE}): asking again
     * changes nothing.
     *
     * @param message what is wrong and who must act, for operators; in English
     */
    public static StoreException unreadable(String message) {
        return new StoreException(LoginProblem.STORE_UNREADABLE, message, null);
    }

    /** The same for a caller who knows nothing of stores. */
    public PscException asPscException() {
        return new PscException(problem(), detail, this);
    }

    /** Which kind it is. */
    public LoginProblem problem() {
        return Objects.requireNonNull(problem);
    }
}
