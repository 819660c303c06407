package io.github.pscsdk.sessionstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class StoreExceptionTest {
    private static final String SAID = "what it says, which may quote a secret";

    @Test
    void whoever_knows_nothing_of_stores_is_told_its_code_once() {
        var told = StoreException.unavailable("it does not answer", null).asPscException();

        assertEquals("PSC-049 STORE_UNAVAILABLE: it does not answer", told.getMessage());
    }

    @Test
    void a_server_that_is_not_reached_is_told_with_the_kind_of_the_failure_and_none_of_its_words() {
        var reasons = Map.of(
                new UnknownHostException(SAID), "no such host",
                new NoRouteToHostException(SAID), "no route to host",
                new SocketTimeoutException(SAID), "no answer in time",
                new ConnectException(SAID), "connection refused",
                new SSLException(SAID), "no TLS",
                new EOFException(SAID), "connection lost",
                new SocketException(SAID), "connection lost",
                new IOException(SAID), "no connection, IOException");

        reasons.forEach((failure, reason) -> assertEquals(
                "PSC-049: Redis at cache.example:6379: " + reason,
                StoreException.unreachable("Redis at cache.example:6379", new IllegalStateException(SAID, failure))
                        .getMessage()));
        assertEquals(
                "PSC-049: Redis at cache.example:6379: no usable server in time",
                StoreException.unreachable("Redis at cache.example:6379", new IllegalStateException(SAID))
                        .getMessage());
    }
}
