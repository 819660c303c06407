package io.github.pscsdk.httpclient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of failure has words of its own, and none repeats a message. */
class CallFailureTest {
    private static final String QUOTED = "s3cret";

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnknownHostException(QUOTED), "no such host"),
                Arguments.of(new SocketTimeoutException(QUOTED), "no answer in time"),
                Arguments.of(new TimeoutException(QUOTED), "no answer in time"),
                Arguments.of(new NoRouteToHostException(QUOTED), "no route to host"),
                Arguments.of(new ConnectException(QUOTED), "connection refused"),
                Arguments.of(
                        new ConnectException("Failed to connect to proxy.example/192.0.2.1:3128"),
                        "connection refused by 192.0.2.1:3128"),
                Arguments.of(new SSLHandshakeException(QUOTED), "no TLS, or a certificate that is not trusted"),
                Arguments.of(new EOFException(QUOTED), "connection lost"),
                Arguments.of(new SocketException(QUOTED), "connection lost"),
                Arguments.of(
                        new ProxyLogin.UnmetException(List.of("Basic")),
                        "the HTTP proxy wants a name and a password, or refuses them"),
                Arguments.of(
                        new ProxyLogin.UnmetException(List.of("Negotiate")), "the HTTP proxy does not offer Basic"),
                Arguments.of(
                        CallFailure.noWayOpened(407), "the HTTP proxy wants a name and a password, or refuses them"),
                Arguments.of(CallFailure.noWayOpened(503), "the HTTP proxy opens no way to the host"),
                Arguments.of(new IOException(QUOTED), "IOException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_told_by_its_kind(Exception failure, String reason) {
        assertEquals(reason, CallFailure.reason(failure));
    }
}
