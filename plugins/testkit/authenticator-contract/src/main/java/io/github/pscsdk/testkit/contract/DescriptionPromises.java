package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.spi.Authenticator;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What an authenticator promises of its constructor and its descriptor. */
interface DescriptionPromises extends AuthenticatorUnderTest {
    /** How often it may be slow because of something else. */
    int TURNS = 10;

    /** The engine makes the one instance itself. */
    @Test
    default void can_be_made_by_the_engine() throws Exception {
        var type = authenticator().getClass();

        var constructor = assertDoesNotThrow(
                () -> type.getConstructor(), "the class needs a public constructor without parameters");

        assertTrue(Modifier.isPublic(type.getModifiers()), "the class needs to be public");
        assertNotNull(constructor.newInstance());
    }

    /** Hosts list authenticators without asking any device. */
    @Test
    default void describes_itself_the_same_way_each_time() {
        var authenticator = authenticator();

        var descriptor = authenticator.descriptor();

        assertEquals(descriptor, authenticator.descriptor());
        authenticator.start(services(descriptor));
        assertEquals(descriptor, authenticator.descriptor());
        assertEquals(descriptor, silentDevice().descriptor());
    }

    /** The software is not shown before all of its authenticators are made. */
    @Test
    default void is_made_and_describes_itself_at_once() throws Exception {
        var type = authenticator().getClass();
        try (var threads = new ContractThreads()) {
            var quickest = Duration.ofDays(1);
            // The best of some: the loading of classes does not count, and neither does what else a machine does.
            for (var turn = 0; turn < TURNS && quickest.compareTo(EngineLimits.AT_ONCE) > 0; turn++) {
                var begin = System.nanoTime();
                threads.call(patience(), () -> instance(type).descriptor());
                var taken = Duration.ofNanos(System.nanoTime() - begin);
                quickest = taken.compareTo(quickest) < 0 ? taken : quickest;
            }

            assertTrue(
                    quickest.compareTo(EngineLimits.AT_ONCE) <= 0,
                    "its constructor and its descriptor take longer than " + EngineLimits.AT_ONCE + " together");
        }
    }

    /** A workstation may have the plug-in and not the device; and others may be using that. */
    @Test
    default void holds_no_device_before_it_is_used() {
        var authenticator = authenticator();

        authenticator.start(services(authenticator.descriptor()));

        assertTrue(deviceIsReleased(), "it holds its device before anybody has asked anything of it");
    }

    /** What is made is not always started. */
    @Test
    default void starts_no_thread_before_it_is_started() throws Exception {
        var type = authenticator().getClass();
        try (var threads = new ContractThreads()) {
            threads.call(patience(), () -> instance(type).descriptor());

            assertEquals(List.of(), threads.running());
        }
    }

    /** A workstation may be set to any language, and its software to another one. */
    @Test
    @SuppressWarnings("try")
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    default void is_the_same_in_every_language_and_time_zone_of_the_machine() throws Exception {
        var own = OwnProblems.of(this, ContractRun.of(this));
        var usual = AuthenticatorSnapshot.of(this, own);

        for (var place : MachineLocale.ODD_ONES) {
            try (var machine = place.enter()) {
                assertEquals(usual, AuthenticatorSnapshot.of(this, own), () -> "on a machine set to " + place);
            }
        }
    }

    private static Authenticator instance(Class<? extends Authenticator> type) throws Exception {
        return type.getConstructor().newInstance();
    }
}
