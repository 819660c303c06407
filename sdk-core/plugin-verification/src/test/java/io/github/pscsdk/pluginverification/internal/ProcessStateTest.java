package io.github.pscsdk.pluginverification.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.management.ObjectName;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that everybody in a process shares is missed when it was changed, and nothing else is. */
@Isolated
class ProcessStateTest {
    private interface Change {
        void run() throws Exception;
    }

    static Stream<Arguments> changes() throws Exception {
        var out = System.out;
        var in = System.in;
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        var ssl = SSLContext.getDefault();
        var factory = HttpsURLConnection.getDefaultSSLSocketFactory();
        var verifier = HttpsURLConnection.getDefaultHostnameVerifier();
        var proxies = ProxySelector.getDefault();
        var provider = new Provider("Odd", "1", "") {};
        var root = Logger.getLogger("");
        var level = root.getLevel();
        var handler = new ConsoleHandler();
        var bean = new ObjectName("odd:type=One");
        var ttl = "networkaddress.cache.ttl";
        var directory = System.getProperty("user.dir");
        var cached = Security.getProperty(ttl);
        return Stream.of(
                change("default locale", () -> Locale.setDefault(Locale.CHINA), () -> Locale.setDefault(locale)),
                change(
                        "default locale",
                        () -> Locale.setDefault(Locale.Category.FORMAT, Locale.CHINA),
                        () -> Locale.setDefault(locale)),
                change(
                        "default time zone",
                        () -> TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo")),
                        () -> TimeZone.setDefault(zone)),
                change(
                        "standard input",
                        () -> System.setIn(new java.io.ByteArrayInputStream(new byte[0])),
                        () -> System.setIn(in)),
                change("standard output", () -> System.setOut(new PrintStream(out, true)), () -> System.setOut(out)),
                change(
                        "security provider Odd",
                        () -> Security.addProvider(provider),
                        () -> Security.removeProvider("Odd")),
                change(
                        "security property " + ttl,
                        () -> Security.setProperty(ttl, "7"),
                        () -> Security.setProperty(ttl, cached == null ? "" : cached)),
                change(
                        "default SSL context",
                        () -> SSLContext.setDefault(SSLContext.getInstance("TLS")),
                        () -> SSLContext.setDefault(ssl)),
                change(
                        "default SSL socket factory",
                        () -> HttpsURLConnection.setDefaultSSLSocketFactory(
                                SSLContext.getInstance("Default").getSocketFactory()),
                        () -> HttpsURLConnection.setDefaultSSLSocketFactory(factory)),
                change(
                        "default host name verifier",
                        () -> HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> false),
                        () -> HttpsURLConnection.setDefaultHostnameVerifier(verifier)),
                change(
                        "default proxy selector",
                        () -> ProxySelector.setDefault(ProxySelector.of(null)),
                        () -> ProxySelector.setDefault(proxies)),
                change(
                        "default authenticator",
                        () -> Authenticator.setDefault(new Authenticator() {}),
                        () -> Authenticator.setDefault(null)),
                change(
                        "default cookie handler",
                        () -> CookieHandler.setDefault(new CookieManager()),
                        () -> CookieHandler.setDefault(null)),
                change(
                        "default response cache",
                        () -> ResponseCache.setDefault(new NoCache()),
                        () -> ResponseCache.setDefault(null)),
                change(
                        "default of following redirects",
                        () -> HttpURLConnection.setFollowRedirects(false),
                        () -> HttpURLConnection.setFollowRedirects(true)),
                change(
                        "default handler of uncaught exceptions",
                        () -> Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {}),
                        () -> Thread.setDefaultUncaughtExceptionHandler(null)),
                change("level of the root logger", () -> root.setLevel(Level.OFF), () -> root.setLevel(level)),
                change(
                        "handlers of the root logger",
                        () -> root.addHandler(handler),
                        () -> root.removeHandler(handler)),
                change("filter of the root logger", () -> root.setFilter(line -> false), () -> root.setFilter(null)),
                change(
                        "new system property odd",
                        () -> System.setProperty("odd", "1"),
                        () -> System.clearProperty("odd")),
                change(
                        "system property user.dir",
                        () -> System.setProperty("user.dir", "/"),
                        () -> System.setProperty("user.dir", directory)),
                change(
                        "MBean odd:type=One",
                        () -> ManagementFactory.getPlatformMBeanServer().registerMBean(new One(), bean),
                        () -> ManagementFactory.getPlatformMBeanServer().unregisterMBean(bean)));
    }

    private static Arguments change(String name, Change change, Change back) {
        return Arguments.of(name, Named.of("changed", change), Named.of("changed back", back));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void what_was_changed_is_named_until_it_is_changed_back(String name, Change change, Change back) throws Exception {
        var before = ProcessState.now();
        List<String> changed;
        try {
            change.run();
            changed = ProcessState.now().changedSince(before);
        } finally {
            back.run();
        }

        assertEquals(List.of(name), changed);
        if (!name.startsWith("security property")) {
            assertEquals(List.of(), ProcessState.now().changedSince(before));
        }
    }

    /** Runs until its latch is counted down. */
    private static Thread odd(CountDownLatch end) {
        var thread = new Thread(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setName("odd");
        thread.start();
        return thread;
    }

    @Test
    void what_was_taken_away_is_missed() {
        System.setProperty("odd.property", "1");
        var before = ProcessState.now();
        System.clearProperty("odd.property");

        assertEquals(List.of("system property odd.property"), ProcessState.now().changedSince(before));
    }

    @Test
    void a_thread_is_named_while_it_runs() throws Exception {
        var before = ProcessState.now();
        var end = new CountDownLatch(1);
        var thread = odd(end);

        assertEquals(List.of("thread odd"), ProcessState.now().changedSince(before));

        end.countDown();
        thread.join();
        assertEquals(List.of(), ProcessState.now().changedSince(before));
    }

    @Test
    void a_thread_that_was_there_may_end_and_one_more_of_its_name_is_named() throws Exception {
        var end = new CountDownLatch(1);
        var one = odd(end);
        var before = ProcessState.now();
        var other = odd(end);
        assertEquals(List.of("thread odd"), ProcessState.now().changedSince(before));

        end.countDown();
        one.join();
        other.join();

        assertEquals(List.of(), ProcessState.now().changedSince(before));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_child_process_is_named_also_where_there_is_one_of_its_program_and_may_end() throws Exception {
        var one = new ProcessBuilder("cat").start();
        var before = ProcessState.now();
        var other = new ProcessBuilder("cat").start();
        try {
            var changed = ProcessState.now().changedSince(before);
            assertEquals(1, changed.size(), changed::toString);
            assertTrue(changed.get(0).startsWith("child process "), changed::toString);
        } finally {
            one.getOutputStream().close();
            other.getOutputStream().close();
            Await.until("both have ended", () -> !one.isAlive() && !other.isAlive());
        }

        assertEquals(List.of(), ProcessState.now().changedSince(before));
    }

    /** Keeps nothing. */
    private static final class NoCache extends ResponseCache {
        @Override
        public java.net.CacheResponse get(
                java.net.URI uri, String method, java.util.Map<String, List<String>> headers) {
            return null;
        }

        @Override
        public java.net.CacheRequest put(java.net.URI uri, java.net.URLConnection connection) {
            return null;
        }
    }

    /** An MBean by its interface's name. */
    public interface OneMBean {
        /** Has no meaning. */
        int getNumber();
    }

    /** The bean. */
    public static final class One implements OneMBean {
        @Override
        public int getNumber() {
            return 1;
        }
    }
}
