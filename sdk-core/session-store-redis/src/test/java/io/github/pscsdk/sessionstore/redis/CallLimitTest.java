package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CallLimitTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final CallLimit limit = new CallLimit(SECOND, Scheduler.of(clock, "virtual"));

    @AutoClose
    private final Socket socket = new Socket();

    @Test
    void at_its_end_the_socket_is_closed_and_so_is_the_next_one() throws Exception {
        limit.at(socket);
        assertFalse(socket.isClosed() || limit.isOver());

        clock.advance(SECOND);

        assertTrue(socket.isClosed() && limit.isOver());
        try (var next = new Socket()) {
            assertThrows(SocketTimeoutException.class, () -> limit.at(next));
            assertTrue(next.isClosed());
        }
    }

    @Test
    void a_call_that_is_at_no_socket_yet_has_a_limit_too() {
        clock.advance(SECOND);

        assertTrue(limit.isOver());
        assertThrows(SocketTimeoutException.class, () -> limit.at(socket));
    }

    @Test
    void who_is_done_before_it_keeps_the_socket() throws Exception {
        limit.at(socket);

        limit.close();
        clock.advance(SECOND);

        assertFalse(socket.isClosed() || limit.isOver());
    }

    @Test
    void nothing_is_left_after_it() {
        assertEquals(SECOND, limit.left());
        clock.advance(Duration.ofSeconds(2));

        assertEquals(Duration.ZERO, limit.left());
    }
}
