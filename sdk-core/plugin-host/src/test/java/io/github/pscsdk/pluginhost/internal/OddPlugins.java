package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.testkit.support.PluginCompiler;
import java.util.Map;

/** Classes of plug-ins that are not as they should be, and of one that is. */
final class OddPlugins {
    static final String CLOSED = "pscsdk.odd-plugins.closed";
    static final String FAILED = "pscsdk.odd-plugins.failed";
    static final String LOADER = "pscsdk.odd-plugins.loader";
    static final Map<String, byte[]> CLASSES = PluginCompiler.compile(Map.of(
            "odd.Nothing",
            "package odd; public class Nothing {}",
            "odd.Broken",
            """
            package odd;
            public class Broken extends org.pf4j.Plugin {
              @Override public void start() { throw new AssertionError("no"); }
            }
            """,
            "odd.BrokenAtStop",
            """
            package odd;
            public class BrokenAtStop extends org.pf4j.Plugin {
              @Override public void stop() {
                System.getProperties().put("%s", getClass().getClassLoader());
                throw new AssertionError("no");
              }
            }
            """.formatted(LOADER),
            "odd.Good",
            """
            package odd;
            public class Good extends FailsAtStart {
              @Override public void start(io.github.pscsdk.spi.AuthenticatorServices services) {}
            }
            """,
            "odd.FailsOnce",
            """
            package odd;
            public class FailsOnce extends FailsAtStart {
              @Override public void start(io.github.pscsdk.spi.AuthenticatorServices services) {
                if (System.getProperty("%s") == null) {
                  System.setProperty("%s", "true");
                  super.start(services);
                }
              }
            }
            """.formatted(FAILED, FAILED),
            "odd.FailsAtStart",
            """
            package odd;
            import io.github.pscsdk.api.*;
            import io.github.pscsdk.spi.*;
            public class FailsAtStart implements Authenticator {
              public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("odd", WayIn.BACKCHANNEL, "Essai", "Test");
              }
              public void start(AuthenticatorServices services) {
                throw new IllegalStateException("no licence");
              }
              public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) {
                throw new IllegalStateException("never reached");
              }
              public void close() { System.setProperty("%s", "true"); }
            }
            """.formatted(CLOSED)));

    private OddPlugins() {}
}
