package io.github.pscsdk.workstation;

import io.github.pscsdk.testkit.support.PluginCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sources of the plug-ins that the tests make. */
final class BrokenSources {
    /** Extensions that fail before they can be used. */
    static final List<String> FAILING = List.of(
            "Constructor",
            "ConstructorError",
            "StaticError",
            "NoConstructor",
            "Descriptor",
            "DescriptorError",
            "NullDescriptor",
            "Start",
            "StartError");

    private static final String GOOD =
            """
            package broken;
            import io.github.pscsdk.api.*;
            import io.github.pscsdk.api.dialog.*;
            import io.github.pscsdk.api.professional.*;
            import io.github.pscsdk.spi.*;
            public class Good implements Authenticator {
              public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("good", WayIn.BACKCHANNEL, "Bon", "Good");
              }
              public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) throws Exception_ {
                return context.backchannel(BackchannelRequest.onMobile(new NationalId("899999100011")));
              }
            }
            """.replace("throws Exception_", "throws io.github.pscsdk.diagnostic.PscException, InterruptedException");

    private BrokenSources() {}

    static Map<String, byte[]> compiled() {
        var sources = new HashMap<String, String>();
        sources.put("broken.Good", GOOD);
        put(sources, "GoodAgain", "");
        put(sources, "Constructor", "public Constructor() { throw new IllegalStateException(\"no device\"); }");
        put(
                sources,
                "ConstructorError",
                "public ConstructorError() { throw new UnsatisfiedLinkError(\"no driver\"); }");
        put(sources, "StaticError", "static final int X = Integer.parseInt(\"x\");");
        put(sources, "NoConstructor", "public NoConstructor(String needed) {}");
        put(sources, "Descriptor", descriptor("throw new IllegalStateException(\"none\");"));
        put(sources, "DescriptorError", descriptor("throw new StackOverflowError();"));
        put(sources, "NullDescriptor", descriptor("return null;"));
        put(sources, "Start", start("throw new IllegalStateException(\"no licence\");"));
        put(sources, "StartError", start("throw new StackOverflowError();"));
        sources.put("broken.NoAuthenticator", "package broken; public class NoAuthenticator {}");
        sources.put("broken.PluginConstructor", """
                package broken;
                public class PluginConstructor extends org.pf4j.Plugin {
                  public PluginConstructor() { throw new IllegalStateException("no"); }
                }
                """);
        sources.put("broken.PluginStart", """
                package broken;
                public class PluginStart extends org.pf4j.Plugin {
                  @Override public void start() { throw new AssertionError("no"); }
                  @Override public void stop() { throw new AssertionError("no"); }
                }
                """);
        return PluginCompiler.compile(sources);
    }

    private static String start(String body) {
        return "public void start(io.github.pscsdk.spi.AuthenticatorServices services) { " + body + " }";
    }

    private static String descriptor(String body) {
        return "public io.github.pscsdk.api.AuthenticatorDescriptor descriptor() { " + body + " }";
    }

    private static void put(Map<String, String> sources, String name, String member) {
        sources.put("broken." + name, "package broken; public class " + name + " extends Good { " + member + " }");
    }
}
