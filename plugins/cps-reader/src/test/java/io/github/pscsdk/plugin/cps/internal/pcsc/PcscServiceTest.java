package io.github.pscsdk.plugin.cps.internal.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.contract.TestContext;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PcscServiceTest {
    private static final String TYPE = "javax.smartcardio.TerminalFactory.DefaultType";
    private static final Duration SLICE = Duration.ofMillis(20);

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    @Test
    void a_context_that_died_is_forgotten_and_the_call_made_again() throws Exception {
        var forgotten = new int[1];
        var service = new PcscService(() -> forgotten[0]++);

        var answer = service.use("none", lostUntilThe(2));

        assertEquals("answer", answer);
        assertEquals(1, forgotten[0]);
    }

    @Test
    void a_service_that_is_lost_once_more_is_not_there() {
        var failure = assertThrows(
                PcscUnavailableException.class, () -> new PcscService(() -> {}).use("none", lostUntilThe(3)));

        assertEquals(CardProblem.NO_PCSC_SERVICE, failure.problem());
    }

    @Test
    void where_the_runtime_does_not_let_itself_be_told_the_software_must_be_restarted() {
        var service = new PcscService(() -> {
            throw new NoSuchFieldException("contextId");
        });

        var failure = assertThrows(PcscUnavailableException.class, () -> service.use("none", lostUntilThe(2)));

        assertEquals(CardProblem.RESTART_NEEDED, failure.problem());
    }

    @Test
    void no_reader_is_an_answer() throws Exception {
        var service = new PcscService(() -> {});

        assertEquals("none", service.<String>use("none", terminals -> {
            throw new CardException("list() failed", new IllegalStateException("SCARD_E_NO_READERS_AVAILABLE"));
        }));
    }

    @Test
    void what_nobody_understands_is_a_service_that_does_not_answer() {
        var service = new PcscService(() -> {});

        var failure = assertThrows(
                PcscUnavailableException.class,
                () -> service.<String>use("none", terminals -> {
                    throw new CardException("SCARD_F_INTERNAL_ERROR");
                }));

        assertEquals(CardProblem.NO_PCSC_SERVICE, failure.problem());
    }

    /** Debian's polkit refuses whoever it does not know before there is a list of readers; Java has another name for the number. */
    @Test
    void a_service_that_refuses_this_program_is_told_from_one_that_is_not_there() throws Exception {
        var failure =
                refusing(() -> assertThrows(PcscUnavailableException.class, () -> new PcscService(() -> {}).open()));

        assertEquals(CardProblem.PCSC_ACCESS_DENIED, failure.problem());
    }

    @Test
    void a_service_that_refuses_this_program_is_not_waited_for() throws Exception {
        var asked = new AtomicInteger();
        InstantSource hours = () -> Instant.EPOCH.plus(Duration.ofHours(asked.getAndIncrement()));
        var context = TestContext.answering().withClock(hours.withZone(ZoneOffset.UTC));

        assertEquals(CardProblem.PCSC_ACCESS_DENIED, refusing(() -> at.problem(AtReaders.anyone(), context)));

        assertEquals(1, asked.get(), "how late it is decides nothing after the deadline was told");
    }

    private static <T> T refusing(Callable<T> work) throws Exception {
        var provider = new Provider("Refusing", "1", "a service that lets nobody in") {};
        provider.put("TerminalFactory." + provider.getName(), RefusedFactory.class.getName());
        Security.addProvider(provider);
        var usual = System.setProperty(TYPE, provider.getName());
        try {
            return work.call();
        } finally {
            System.setProperty(TYPE, usual);
            Security.removeProvider(provider.getName());
        }
    }

    @Test
    void everybody_looks_again_after_the_service_was_lost_whoever_noticed() throws Exception {
        var service = new PcscService(() -> {});
        var changes = service.changes();
        assertTrue(changes.await(SLICE));
        assertFalse(changes.await(SLICE));

        service.use("none", lostUntilThe(2));

        assertTrue(changes.await(SLICE));
    }

    private static PcscService.Use<String> lostUntilThe(int last) {
        var tries = new AtomicInteger();
        return terminals -> {
            if (tries.incrementAndGet() < last) {
                throw new CardException("list() failed", new IllegalStateException("SCARD_E_NO_SERVICE"));
            }
            return "answer";
        };
    }

    /** Cannot be made, as the JDK's cannot where the service refuses. */
    public static final class RefusedFactory extends TerminalFactorySpi {
        public RefusedFactory(Object parameter) throws CardException {
            throw new CardException("SCARD_W_INSERTED_CARD");
        }

        @Override
        protected CardTerminals engineTerminals() {
            throw new IllegalStateException("it was never made");
        }
    }
}
