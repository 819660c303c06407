package io.github.pscsdk.proxy.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkFailuresTest {
    static Stream<Arguments> ends_of_a_call() {
        return Stream.of(
                Arguments.of(new TimeoutException(), ServerProblem.PSC_SLOW),
                Arguments.of(new SocketTimeoutException("Read timed out"), ServerProblem.PSC_SLOW),
                Arguments.of(new IOException(new SocketTimeoutException("Connect timed out")), ServerProblem.PSC_SLOW),
                Arguments.of(new ConnectException("Connection refused"), LoginProblem.PSC_UNAVAILABLE),
                Arguments.of(new SocketException("Connection reset"), LoginProblem.PSC_UNAVAILABLE),
                Arguments.of(new UnknownHostException("auth.example"), ServerProblem.HOST_NOT_RESOLVED));
    }

    @ParameterizedTest
    @MethodSource("ends_of_a_call")
    void silence_is_slowness_and_a_refusal_is_none(Throwable end, Problem problem) {
        assertEquals(problem, NetworkFailures.problem(end, false));
    }
}
