package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.testkit.support.PluginCompiler;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an archive: a fit one unless a test spoils it. Its authenticator is {@code example.badge.Badge}. */
final class TestArchive {
    static final String BADGE = "example.badge.Badge";

    private static final String AVAILABLE = "return Optional.empty();";
    private static final String HEALTHY = "return java.util.List.of();";
    private static final String SOURCE = """
            package example.badge;
            import io.github.pscsdk.api.*;
            import io.github.pscsdk.api.dialog.*;
            import io.github.pscsdk.api.professional.*;
            import io.github.pscsdk.diagnostic.Problem;
            import io.github.pscsdk.diagnostic.BilingualLine;
            import io.github.pscsdk.spi.*;
            import java.time.Duration;
            import java.util.Optional;
            public class Badge implements Authenticator {
                public AuthenticatorDescriptor descriptor() {
                    return AuthenticatorDescriptor.of("badge", WayIn.BACKCHANNEL, "Badge du cabinet", "Badge of the practice")
                            .withSetting(AuthenticatorSetting.duration("waitTime", BilingualLine.of("Attente", "Waiting time"),
                                    Duration.ofSeconds(1), Duration.ofSeconds(60)).withDefault("PT10S"))
                            .withSetting(AuthenticatorSetting.secret("pairing", BilingualLine.of("Appairage", "Pairing")));
                }
                public void start(AuthenticatorServices services) {
                    START
                    services.state().ifPresent(state -> {
                        try {
                            state.write("seen", new byte[] {1});
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
                }
                public Optional<Problem> obstacle() {
                    OBSTACLE
                }
                public java.util.List<io.github.pscsdk.diagnostic.Diagnostic> diagnose() {
                    DIAGNOSIS
                }
                public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) {
                    BODY
                    return null;
                }
            }
            """;

    private final PluginJar jar = PluginJar.named("badge.jar").index(BADGE + "\n");
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    TestArchive() {
        doing("");
    }

    TestArchive with(String attribute, String value) {
        jar.with(attribute, value);
        return this;
    }

    /** What its authenticator does at a login. */
    TestArchive doing(String statements) {
        return source(BADGE, badge("", AVAILABLE, HEALTHY, statements));
    }

    /** How its authenticator says what keeps it from serving a login. */
    TestArchive obstacle(String statements) {
        return source(BADGE, badge("", statements, HEALTHY, ""));
    }

    /** What its authenticator does when it is started. */
    TestArchive starting(String statements) {
        return source(BADGE, badge(statements, AVAILABLE, HEALTHY, ""));
    }

    /** What its authenticator does in a health check. */
    TestArchive diagnosing(String statements) {
        return source(BADGE, badge("", AVAILABLE, statements, ""));
    }

    private static String badge(String start, String obstacle, String diagnosis, String login) {
        return SOURCE.replace("START", start)
                .replace("OBSTACLE", obstacle)
                .replace("DIAGNOSIS", diagnosis)
                .replace("BODY", login);
    }

    /** The id of its authenticator. */
    TestArchive authenticatorId(String id) {
        return source(BADGE, sources.get(BADGE).replace("\"badge\"", '"' + id + '"'));
    }

    TestArchive source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Compiles a class and leaves it out. */
    TestArchive without(String className, String text) {
        leftOut.add(className);
        return source(className, text);
    }

    TestArchive index(String text) {
        jar.index(text);
        return this;
    }

    TestArchive withoutIndex() {
        jar.withoutIndex();
        return this;
    }

    TestArchive file(String name, byte[] content) {
        jar.entry(name, content);
        return this;
    }

    TestArchive text(String name, String text) {
        jar.entry(name, text);
        return this;
    }

    /** The class files, by the names of their classes. */
    Map<String, byte[]> compiled() {
        var classes = new LinkedHashMap<>(
                PluginCompiler.compile(sources, "-nowarn", "--add-exports", "java.base/sun.security.x509=ALL-UNNAMED"));
        classes.keySet().removeAll(leftOut);
        return classes;
    }

    Path writeTo(Path file) {
        return jar.classes(compiled()).writeTo(file);
    }
}
