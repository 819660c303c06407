package io.github.pscsdk.workstation;

import io.github.pscsdk.testkit.support.PluginCompiler;
import java.util.Map;

/**
 * A plug-in that hangs, throws or works in each of its calls as a system property of the tests says, and hears no interrupt. Its text
 * {@code VERSION} tells one build from another.
 */
final class LateSources {
    /** {@code psc.test.late.<call>}: {@code hang}, {@code throw} or absent. */
    static final String PROPERTY = "psc.test.late.";

    private LateSources() {}

    static Map<String, byte[]> compiled(String version) {
        return PluginCompiler.compile(Map.of("late.Late", LATE.replace("VERSION", version)));
    }

    private static final String LATE = """
            package late;
            import io.github.pscsdk.api.*;
            import io.github.pscsdk.api.dialog.*;
            import io.github.pscsdk.api.professional.*;
            import io.github.pscsdk.diagnostic.*;
            import io.github.pscsdk.spi.*;
            import java.util.*;
            import java.util.concurrent.*;
            public class Late implements Authenticator {
              static {
                does("static");
                System.getProperties().put("psc.test.late.loader-VERSION", new java.lang.ref.WeakReference<>(Late.class.getClassLoader()));
              }
              private static final ThreadLocal<Late> HERE = new ThreadLocal<>();
              public Late() { does("constructor"); Thread.currentThread().interrupt(); }
              private static void does(String call) {
                var what = System.getProperty("psc.test.late." + call, "");
                System.setProperty("psc.test.late.in-" + call, what);
                if (what.equals("throw")) throw new IllegalStateException("a test");
                while (System.getProperty("psc.test.late." + call, "").equals("hang")) {
                  try { Thread.sleep(20); } catch (InterruptedException e) { /* deaf */ }
                }
              }
              public AuthenticatorDescriptor descriptor() {
                does("descriptor");
                return AuthenticatorDescriptor.of("late", WayIn.BACKCHANNEL, "VERSION", "VERSION");
              }
              public void start(AuthenticatorServices services) { does("start"); }
              public Optional<Problem> obstacle() { does("obstacle"); return Optional.empty(); }
              public List<Diagnostic> diagnose() { does("diagnose"); return List.of(); }
              public void close() { does("close"); }
              public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                  throws PscException, InterruptedException {
                HERE.set(this);
                does("authenticate");
                if (System.getProperty("psc.test.late.watch", "").equals("yes")) {
                  context.watch(presence -> new CountDownLatch(1).await());
                } else if (System.getProperty("psc.test.late.watch", "").equals("hang")) {
                  context.watch(presence -> { System.setProperty("psc.test.late.watching", "yes"); does("watch"); });
                }
                return context.backchannel(BackchannelRequest.onMobile(new NationalId("899999100011")));
              }
            }
            """;
}
