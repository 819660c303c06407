package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.ProcessState;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What an authenticator promises from its start to its end. */
@ExtendWith(ProcessStateExtension.class)
interface LifePromises extends AuthenticatorUnderTest {
    /** Most workstations set nothing, and many hosts name no folder for what an authenticator keeps. */
    @Test
    default void starts_where_nothing_is_set_and_nothing_can_be_kept() throws Exception {
        try (var host = ContractHost.started(authenticator(), patience())) {
            var login = host.login(request(), TestContext.answering().withDialog(dialog()));
            try {
                login.grant();
            } catch (AssertionError e) {
                // It may need a setting, and must then say so.
                assertFalse(
                        !(e.getCause() instanceof PscException known) || ContractHost.isOfGuard(known.problem()),
                        "it fails without a problem of its own where nothing is set");
            }
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
            var services = new ServicesInLanguage(services(made.descriptor()), language);
            var context = TestContext.answering().withDialog(dialog());
            try (var host = ContractHost.started(new ObservedAuthenticator(made, services), patience())) {
                host.login(request(), context)
                        .grant(" in a software in " + language + ": serve where you have no texts, in English");
            }
        }
    }

    /**
     * The software, its other plug-ins and its libraries read it too. What {@link #changesOfProcess} names is not looked at, nor are threads, since another
     * promise is about them, and processes, which tests start too.
     */
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
            host.availability();
            host.diagnose();
            if (context.watch().isPresent()) {
                var watch = ContractWatch.start(context.watch().get(), patience());
                watch.report();
                watch.stop();
            }

            assertEquals(List.of(), host.threadsLeft());
        }
    }
}
