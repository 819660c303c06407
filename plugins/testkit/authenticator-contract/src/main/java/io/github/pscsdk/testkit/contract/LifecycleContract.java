package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.pluginverification.internal.ProcessState;
import io.github.pscsdk.spi.Authenticator;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The promises of an authenticator from its constructor and its descriptor to its end. */
@ExtendWith(ProcessStateExtension.class)
interface LifecycleContract extends AuthenticatorUnderTest {
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

    /** An authenticator that is made is not always started. */
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
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    default void is_the_same_in_every_language_and_time_zone_of_the_machine() throws Exception {
        var own = ContractRun.of(this).ownProblems();
        var usual = words(own);

        var localeBefore = Locale.getDefault();
        var zoneBefore = TimeZone.getDefault();
        try {
            // The Turkish i, Arabic digits, and the Buddhist era with Thai digits; and two ends of the day.
            assertSameWords(usual, own, "tr-TR", "Pacific/Kiritimati");
            assertSameWords(usual, own, "ar-EG-u-nu-arab", "Pacific/Pago_Pago");
            assertSameWords(usual, own, "th-TH-u-ca-buddhist-nu-thai", "Asia/Kathmandu");
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    private void assertSameWords(List<Object> usual, Set<Problem> own, String language, String zone) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertEquals(usual, words(own), () -> "on a machine set to " + language + " and " + zone);
    }

    /**
     * All that a host shows or compares: the description, the texts of own problems, and the requests and words of a
     * login.
     */
    private List<Object> words(Set<Problem> own) throws Exception {
        var words = new ArrayList<Object>(List.of(authenticator().descriptor()));
        own.forEach(problem -> words.addAll(MessageContract.told(problem)));
        var context = TestContext.answering().withDialog(dialog());
        ContractHost.logInOnce(this, request(), context);
        context.asked()
                .forEach(question -> words.add(question.map(
                        each -> each.channel() + " " + each.nationalId().value())));
        context.messages().forEach(text -> words.add(text.in(Locale.FRENCH) + ", " + text.in(Locale.ENGLISH)));
        return words;
    }

    private static Authenticator instance(Class<? extends Authenticator> type) throws Exception {
        return type.getConstructor().newInstance();
    }

    /** Most workstations set nothing, and many hosts name no folder for what an authenticator keeps. */
    @Test
    default void starts_where_nothing_is_set_and_nothing_can_be_kept() throws Exception {
        try (var host = ContractHost.started(authenticator(), patience())) {
            // It may need a setting, and must then say so.
            host.login(request(), TestContext.answering().withDialog(dialog())).assertEndsWell("where nothing is set");
        }
    }

    /** The software is not shown before all of its authenticators are started. */
    @Test
    default void starts_at_once() throws Exception {
        var type = authenticator().getClass();
        try (var threads = new ContractThreads()) {
            for (var limit : List.of(patience(), EngineLimits.GRACE)) {
                // Once before, so that the loading of classes does not count.
                var made = type.getConstructor().newInstance();
                var services = services(made.descriptor());
                threads.call(limit, () -> {
                    made.start(services);
                    return made;
                });
            }
        }
    }

    /** Also what failed to start is closed, and one that hangs keeps the software from ending. */
    @Test
    default void closes_in_time_also_before_it_is_started_and_once_more() throws Exception {
        var unused = authenticator();
        var used = authenticator();
        used.start(services(used.descriptor()));
        try (var threads = new ContractThreads()) {
            for (var authenticator : List.of(unused, used, used)) {
                threads.call(EngineLimits.CLOSE, () -> {
                    authenticator.close();
                    return true;
                });
            }
        }
    }

    /** Each software has a language of its own, whatever the machine's is. */
    @Test
    default void serves_in_every_language_of_a_host() throws Exception {
        for (var language : List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN)) {
            var made = authenticator();
            var services = new ObservedAuthenticator.InLanguage(services(made.descriptor()), language);
            var context = TestContext.answering().withDialog(dialog());
            try (var host = ContractHost.started(new ObservedAuthenticator(made, services), patience())) {
                host.login(request(), context)
                        .grant(" in a software in " + language + ": serve where you have no texts, in English");
            }
        }
    }

    /** Other software reads it too. {@link #changesOfProcess}, threads and processes are not looked at. */
    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    @ResourceLock(Resources.SYSTEM_OUT)
    @ResourceLock(Resources.SYSTEM_ERR)
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    default void leaves_the_process_as_it_was(ProcessState before) throws Exception {
        ContractRun.of(this);

        var changes = ProcessState.now().changedSince(before).stream()
                .filter(change -> !change.startsWith("thread ") && !change.startsWith("child process "))
                .filter(change -> !changesOfProcess().contains(change))
                .toList();
        assertEquals(List.of(), changes, "the whole process shares it: give it back in close(), or do without");
    }

    /** A thread keeps the plug-in in memory, and one that is no daemon keeps the application alive. */
    @Test
    default void leaves_no_thread_once_it_is_closed() throws Exception {
        var context = TestContext.answering().withDialog(dialog());
        try (var host = ContractHost.of(this, authenticator())) {
            host.login(request(), context).grant();
            host.obstacle();
            host.diagnose();
            ContractWatch.once(context, patience());

            assertEquals(List.of(), host.threadsLeft());
        }
    }
}
