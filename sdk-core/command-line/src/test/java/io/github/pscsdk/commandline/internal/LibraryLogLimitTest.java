package io.github.pscsdk.commandline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryLogLimitTest {
    private static final List<String> LIBRARIES = List.of(
            "org.eclipse.jetty.server.HttpChannel",
            "io.javalin.Javalin",
            "okhttp3.OkHttpClient",
            "com.zaxxer.hikari.pool.HikariPool",
            "h2database",
            "org.pf4j.AbstractPluginManager",
            "io.github.pscsdkother.Anything");

    private final LoggerContext shipped = new LoggerContext();

    @BeforeEach
    void read_the_shipped_configuration() throws JoranException {
        var configurator = new JoranConfigurator();
        configurator.setContext(shipped);
        configurator.doConfigure(LibraryLogLimitTest.class.getResource("logback.xml"));
    }

    @Test
    void libraries_never_write_details_whatever_level_is_set() {
        shipped.getLogger("ROOT").setLevel(Level.TRACE);
        for (var name : LIBRARIES) {
            var library = shipped.getLogger(name);
            library.setLevel(Level.TRACE);

            assertFalse(library.isDebugEnabled(), name);
            assertFalse(library.isTraceEnabled(), name);
            assertTrue(library.isWarnEnabled(), name);
        }
    }

    @Test
    void holds_under_a_configuration_that_somebody_else_wrote() {
        var foreign = new LoggerContext();
        foreign.getLogger("ROOT").setLevel(Level.TRACE);

        LibraryLogLimit.installIn(foreign);
        LibraryLogLimit.installIn(foreign);

        assertFalse(foreign.getLogger(LIBRARIES.get(0)).isDebugEnabled());
        assertEquals(1, foreign.getTurboFilterList().size());
    }

    @Test
    void our_own_code_is_quiet_until_it_is_asked() {
        var ours = shipped.getLogger("io.github.pscsdk.workstation.Anything");
        assertFalse(ours.isInfoEnabled());

        shipped.getLogger("io.github.pscsdk").setLevel(Level.TRACE);

        assertTrue(ours.isTraceEnabled());
    }
}
