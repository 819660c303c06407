package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnRealPcsc
class OnRealPcscStackIT {
    @Nested
    class Within {
        @Test
        void a_nested_class_has_the_daemon_of_the_class_around_it(PcscDaemon daemon) {
            assertNotNull(daemon);
        }
    }
}
