package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator.UseCount;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UseCountTest {
    @Test
    void once_retired_nobody_enters_though_others_are_in_and_the_last_one_ends_it() {
        var ended = new AtomicInteger();
        var count = new UseCount();
        assertTrue(count.enter());

        count.retire(ended::incrementAndGet);
        assertFalse(count.enter());
        assertEquals(0, ended.get());
        count.leave();

        assertEquals(1, ended.get());
        assertFalse(count.enter());
    }
}
