package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The JUnit extension behind {@link SimulatedPsc}. For other settings, put one into a field with
 * {@code @RegisterExtension}: {@code PscSimulatorExtension.with(builder -> builder.https())}.
 *
 * <p>Works with JUnit 5.10 to 6. Before JUnit 5.12 a constructor can only get the simulator of its class ({@link
 * SimulatedPsc#perClass()}, {@link #perClass}). Holds no state of its own, so tests may run in parallel.
 */
public final class PscSimulatorExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PscSimulatorExtension.class);
    private static final Set<Class<?>> TYPES = Set.of(PscSimulator.class, VirtualClock.class);

    private final Optional<Settings> own;

    private record Settings(UnaryOperator<SimulatorBuilder> choice, boolean perClass) {}

    // JUnit closes an AutoCloseable since 5.13 only; up to 6 it closes what it called a CloseableResource before.
    @SuppressWarnings("deprecation")
    private record Running(VirtualClock clock, PscSimulator simulator)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        static Running start(Settings settings) {
            var clock = VirtualClock.standing();
            return new Running(
                    clock,
                    settings.choice().apply(PscSimulator.builder().clock(clock)).start());
        }

        /** JUnit calls this when the test, or the class, is over. */
        @Override
        public void close() {
            simulator.close();
        }
    }

    /** An extension with the settings of {@link SimulatedPsc} on the test class, or its defaults; for JUnit. */
    public PscSimulatorExtension() {
        this(Optional.empty());
    }

    private PscSimulatorExtension(Optional<Settings> own) {
        this.own = own;
    }

    /** One simulator for each test; {@code choice} changes the settings, but for the virtual clock, which must stay. */
    public static PscSimulatorExtension with(UnaryOperator<SimulatorBuilder> choice) {
        return new PscSimulatorExtension(Optional.of(new Settings(Objects.requireNonNull(choice, "choice"), false)));
    }

    /** One simulator for all tests of the class; {@code choice} as in {@link #with}. */
    public static PscSimulatorExtension perClass(UnaryOperator<SimulatorBuilder> choice) {
        return new PscSimulatorExtension(Optional.of(new Settings(Objects.requireNonNull(choice, "choice"), true)));
    }

    /** Gives a constructor the simulator of its test; JUnit asks since 5.12. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    // The replacement of getOrComputeIfAbsent came with JUnit 6.
    @SuppressWarnings("deprecation")
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var settings = own.orElseGet(() -> annotated(context));
        var store = owner(context, settings.perClass()).getStore(NAMESPACE);
        var running = Objects.requireNonNull(
                store.getOrComputeIfAbsent(this, key -> Running.start(settings), Running.class), "running");
        return parameter.getParameter().getType().equals(PscSimulator.class) ? running.simulator() : running.clock();
    }

    private static ExtensionContext owner(ExtensionContext context, boolean perClass) {
        if (perClass) {
            var outermost = context;
            while (outermost.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
                outermost = outermost.getParent().orElseThrow();
            }
            return outermost;
        }
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "no test is running yet: this needs one simulator per class, or in a constructor JUnit 5.12");
        }
        return context;
    }

    private static Settings annotated(ExtensionContext context) {
        return testClasses(context)
                .flatMap(type -> AnnotationSupport.findAnnotation(type, SimulatedPsc.class).stream()
                        .map(psc -> new Settings(builder -> apply(psc, type, builder), psc.perClass())))
                .findFirst()
                .orElseGet(() -> new Settings(
                        builder -> builder.client(
                                SimulatedClient.withSecret(SimulatedPsc.CLIENT_ID, SimulatedPsc.CLIENT_SECRET)),
                        false));
    }

    private static Stream<Class<?>> testClasses(ExtensionContext context) {
        return Stream.iterate(Optional.of(context), Optional::isPresent, at -> at.flatMap(ExtensionContext::getParent))
                .flatMap(at -> at.flatMap(ExtensionContext::getTestClass).stream())
                .distinct();
    }

    private static SimulatorBuilder apply(SimulatedPsc psc, Class<?> type, SimulatorBuilder builder) {
        var client = SimulatedClient.withSecret(psc.clientId(), psc.clientSecret());
        for (var uri : psc.redirectUris()) {
            client = client.withRedirectUri(URI.create(uri));
        }
        for (var uri : psc.postLogoutUris()) {
            client = client.withPostLogoutUri(URI.create(uri));
        }
        if (!psc.scenario().isEmpty()) {
            builder.scenario(
                    Scenario.SCENES.contains(psc.scenario())
                            ? Scenario.scene(psc.scenario())
                            : Scenario.resource(type, psc.scenario()));
        }
        return psc.https() ? builder.client(client).https() : builder.client(client);
    }
}
