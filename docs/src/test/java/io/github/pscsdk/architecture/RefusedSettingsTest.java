package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import io.github.pscsdk.sessionstore.redis.RedisStoresBuilder;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first lines that a vendor writes: a setting that cannot be used is refused where it is given, by its name. */
class RefusedSettingsTest {
    private static final URI ADDRESS = URI.create("https://psc.example/path");

    /** Makes a fresh object with settings, by its type, whose static methods are first lines as well. */
    private static final Map<Class<?>, Callable<Object>> SETTINGS = Map.ofEntries(
            Map.entry(PscClientBuilder.class, () -> PscClientBuilder.forServerHalf(ADDRESS)),
            Map.entry(RelyingPartyBuilder.class, () -> RelyingParty.builder(PscEnvironment.sandbox())),
            Map.entry(RelyingParty.class, () -> ""),
            Map.entry(RedisStoresBuilder.class, () -> RedisStores.server(new InetSocketAddress("127.0.0.1", 1))),
            Map.entry(RedisStores.class, () -> ""),
            Map.entry(JdbcStores.class, () -> ""),
            Map.entry(NetworkSettings.class, NetworkSettings::ofSystem),
            Map.entry(ForwardProxy.class, ForwardProxy::ofJava),
            Map.entry(PluginIntegrity.class, PluginIntegrity::strict),
            Map.entry(ApiClientRegistration.class, ApiClientRegistration::withCertificateOfPsc),
            Map.entry(
                    ApiAudience.class,
                    () -> ApiAudience.of("api", ADDRESS, ApiClientRegistration.withCertificateOfPsc())),
            Map.entry(ClientAuthentication.class, () -> ClientAuthentication.clientSecretBasic("secret")),
            Map.entry(PscEnvironment.class, PscEnvironment::sandbox),
            Map.entry(BrowserLogin.Options.class, BrowserLogin.Options::none),
            Map.entry(LoginRequest.class, () -> LoginRequest.using("cps")));

    /** A value without sense, by its type. */
    private static final Map<Class<?>, Object> NONSENSE = Map.of(
            String.class, " ",
            URI.class, URI.create("nonsense"),
            Duration.class, Duration.ofSeconds(-1));

    /** One argument of one method, which is no good; written as what is called. */
    private record Attempt(Method method, int index, Object bad) {
        Parameter parameter() {
            return method.getParameters()[index];
        }

        Throwable refusal() throws Exception {
            var arguments = new ArrayList<Object>();
            for (var type : method.getParameterTypes()) {
                arguments.add(usable(type));
            }
            arguments.set(index, bad);
            var owner = Modifier.isStatic(method.getModifiers())
                    ? null
                    : SETTINGS.get(method.getDeclaringClass()).call();
            return assertThrows(
                            InvocationTargetException.class,
                            () -> method.invoke(owner, arguments.toArray()),
                            () -> this + " was taken")
                    .getCause();
        }

        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "("
                    + parameter().getName() + " = " + bad + ")";
        }
    }

    private static Object usable(Class<?> type) throws Exception {
        if (type == int.class) {
            return 1;
        }
        if (type == boolean.class) {
            return true;
        }
        if (SETTINGS.containsKey(type) && type != RelyingParty.class) {
            return SETTINGS.get(type).call();
        }
        if (type == KeyStore.class) {
            return KeyStore.getInstance("PKCS12");
        }
        for (var value : List.of(
                "value",
                ADDRESS,
                Duration.ofSeconds(5),
                Path.of("file"),
                Locale.FRENCH,
                Set.of("RS256"),
                List.of("value"),
                new char[] {'c'},
                new String[] {"value"},
                new InetSocketAddress("127.0.0.1", 1),
                Security.getProviders()[0],
                new NationalId("899999100012"))) {
            if (type.isInstance(value)) {
                return value;
            }
        }
        return type.isInterface()
                ? Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> null)
                : null;
    }

    private static Stream<Attempt> attempts(Object onlyOf) {
        return SETTINGS.keySet().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(RefusedSettingsTest::isFirstLine)
                .flatMap(method -> Stream.iterate(0, index -> index + 1)
                        .limit(method.getParameterCount())
                        .filter(index -> !method.getParameterTypes()[index].isPrimitive())
                        .map(index -> new Attempt(
                                method,
                                index,
                                onlyOf == null ? null : NONSENSE.get(method.getParameterTypes()[index]))));
    }

    /** It gives settings back, and was written by somebody. */
    private static boolean isFirstLine(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && SETTINGS.containsKey(method.getReturnType());
    }

    static Stream<Attempt> absent() {
        return attempts(null);
    }

    static Stream<Attempt> nonsense() {
        // A password may be anything, and the name of a database in messages too.
        return attempts(NONSENSE)
                .filter(attempt ->
                        attempt.bad() != null && !attempt.parameter().getName().matches("password|server"));
    }

    @ParameterizedTest
    @MethodSource({"absent", "nonsense"})
    void what_cannot_be_used_is_refused_by_its_name(Attempt attempt) throws Exception {
        var refusal = attempt.refusal();

        // A message of Java's own begins with the method that was called on null, which names no setting.
        var message =
                String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT).replaceFirst(".*because", "");
        assertTrue(words(attempt).anyMatch(message::contains), () -> attempt + " names nothing: " + refusal);
        assertTrue(
                refusal instanceof IllegalArgumentException
                        || refusal instanceof PscException
                        || attempt.bad() == null && refusal instanceof NullPointerException,
                () -> attempt + ": " + refusal);
    }

    /** Of the parameter and of the method: either is what the vendor has written. */
    private static Stream<String> words(Attempt attempt) {
        return Stream.of(attempt.parameter().getName(), attempt.method().getName())
                .flatMap(name -> Stream.concat(Stream.of(name), Arrays.stream(name.split("(?=[A-Z])"))))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1 && !word.matches("with|for|of"));
    }

    @Test
    void every_builder_of_a_library_is_among_them() {
        var builders = Modules.SHIPPED.stream()
                .filter(type -> type.getSimpleName().endsWith("Builder")
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getPackageName()
                                .matches(".*\\.(?:workstation|relyingparty|pluginhost|sessionstore)\\b.*"))
                .map(JavaClass::reflect)
                .toList();

        assertTrue(builders.size() > 2, builders::toString);
        assertTrue(SETTINGS.keySet().containsAll(builders), builders::toString);
    }

    @Test
    void the_settings_were_found() {
        assertTrue(absent().count() > 60);
        assertTrue(nonsense().count() > 15);
    }
}
