package io.github.pscsdk.pluginverification.internal;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InaccessibleObjectException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The state that all code of a process shares and can change, at one moment; two moments tell the changes.
 * Shutdown hooks and factories are seen only where {@code java.lang} and {@code java.net} are opened to this package.
 */
public final class ProcessState {
    /** Decide how TLS is checked and how long names are kept. */
    private static final List<String> SECURITY_PROPERTIES = List.of(
            "jdk.certpath.disabledAlgorithms",
            "jdk.tls.disabledAlgorithms",
            "keystore.type",
            "networkaddress.cache.negative.ttl",
            "networkaddress.cache.ttl",
            "ssl.KeyManagerFactory.algorithm",
            "ssl.SocketFactory.provider",
            "ssl.TrustManagerFactory.algorithm");

    private static final String PROPERTY = "system property ";
    private static final String THREAD = "thread ";
    private static final String CHILD = "child process ";
    private static final String NEW = "new ";

    /** The state by its name; of threads and child processes, a sign for each. */
    private final Map<String, String> values = new TreeMap<>();

    private ProcessState() {
        languages();
        streams();
        security();
        network();
        logging();
        properties();
        threads();
        beans();
        processes();
    }

    /** As it is now. The first call sets the default SSL context up, if nobody has yet. */
    public static ProcessState now() {
        return new ProcessState();
    }

    /**
     * The names of what is not as it was, in alphabetical order, such as {@code default locale} or {@code thread
     * Timer-0}. Threads and child processes that have ended since are no change.
     */
    public List<String> changedSince(ProcessState before) {
        var names = new TreeSet<>(values.keySet());
        names.addAll(before.values.keySet());
        return names.stream()
                .filter(name -> hasChanged(name, values.get(name), before.values.get(name)))
                .map(name -> name.startsWith(PROPERTY) && !before.values.containsKey(name) ? NEW + name : name)
                .toList();
    }

    private static boolean hasChanged(String name, @Nullable String is, @Nullable String was) {
        var endsByItself = name.startsWith(THREAD) || name.startsWith(CHILD);
        return !Objects.equals(is, was) && !(endsByItself && was != null && (is == null || is.length() < was.length()));
    }

    /**
     * Whether the change is a system property that nobody had set: some drivers are told that way alone, and nobody
     * else reads it.
     */
    public static boolean isNewProperty(String change) {
        return change.startsWith(NEW + PROPERTY);
    }

    private void languages() {
        values.put(
                "default locale",
                Locale.getDefault() + " "
                        + Arrays.stream(Locale.Category.values())
                                .map(Locale::getDefault)
                                .toList());
        values.put("default time zone", TimeZone.getDefault().getID());
    }

    private void streams() {
        object("standard input", System.in);
        object("standard output", System.out);
        object("standard error", System.err);
    }

    private void security() {
        var providers = Security.getProviders();
        for (var place = 0; place < providers.length; place++) {
            values.put("security provider " + providers[place].getName(), Integer.toString(place));
        }
        for (var name : SECURITY_PROPERTIES) {
            values.put("security property " + name, String.valueOf(Security.getProperty(name)));
        }
        try {
            object("default SSL context", SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            values.put("default SSL context", "none");
        }
        object("default SSL socket factory", HttpsURLConnection.getDefaultSSLSocketFactory());
        object("default host name verifier", HttpsURLConnection.getDefaultHostnameVerifier());
    }

    private void network() {
        object("default proxy selector", ProxySelector.getDefault());
        object("default authenticator", Authenticator.getDefault());
        object("default cookie handler", CookieHandler.getDefault());
        object("default response cache", ResponseCache.getDefault());
        values.put("default of following redirects", Boolean.toString(HttpURLConnection.getFollowRedirects()));
        object("factory of URL handlers", hidden("java.net.URL", "factory"));
        object("factory of content handlers", hidden("java.net.URLConnection", "factory"));
        object("factory of sockets", hidden("java.net.Socket", "factory"));
        object("factory of server sockets", hidden("java.net.ServerSocket", "factory"));
    }

    private void logging() {
        var root = Logger.getLogger("");
        object("log manager", LogManager.getLogManager());
        values.put("level of the root logger", String.valueOf(root.getLevel()));
        values.put("filter of the root logger", identity(root.getFilter()));
        values.put(
                "handlers of the root logger",
                Arrays.stream(root.getHandlers())
                        .map(handler -> identity(handler) + " " + handler.getLevel())
                        .toList()
                        .toString());
    }

    private void properties() {
        // A copy: others may be setting some.
        for (var property : ((Map<?, ?>) System.getProperties().clone()).entrySet()) {
            values.put(PROPERTY + property.getKey(), String.valueOf(property.getValue()));
        }
    }

    private void threads() {
        object("default handler of uncaught exceptions", Thread.getDefaultUncaughtExceptionHandler());
        Thread.getAllStackTraces().keySet().stream()
                .filter(Predicate.not(ProcessState::isOfTheJdk))
                .forEach(thread -> values.merge(THREAD + thread.getName(), "1", String::concat));
        if (hidden("java.lang.ApplicationShutdownHooks", "hooks") instanceof Map<?, ?> hooks) {
            hooks.keySet()
                    .forEach(hook -> values.put(
                            "shutdown hook " + hook.getClass().getName() + " " + ((Thread) hook).getName(), ""));
        }
    }

    /** The threads of the JDK itself, some of which begin late: its own group, and the pool that all share. */
    private static boolean isOfTheJdk(Thread thread) {
        var group = thread.getThreadGroup();
        return group == null
                || group.getParent() == null
                || group.getName().startsWith("Innocuous")
                || thread.getName().startsWith("ForkJoinPool.commonPool-worker");
    }

    private void beans() {
        ManagementFactory.getPlatformMBeanServer()
                .queryNames(null, null)
                .forEach(name -> values.put("MBean " + name, ""));
    }

    private void processes() {
        ProcessHandle.current()
                .children()
                .forEach(child -> values.merge(CHILD + child.info().command().orElse("unknown"), "1", String::concat));
    }

    private void object(String name, @Nullable Object object) {
        values.put(name, identity(object));
    }

    /** A static field; null where it cannot be seen, too. */
    private static @Nullable Object hidden(String type, String field) {
        try {
            var declared = Class.forName(type).getDeclaredField(field);
            declared.setAccessible(true);
            return declared.get(null);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return null;
        }
    }

    /** Says which object it is, and does not keep it. */
    private static String identity(@Nullable Object object) {
        return object == null ? "none" : object.getClass().getName() + "@" + System.identityHashCode(object);
    }
}
