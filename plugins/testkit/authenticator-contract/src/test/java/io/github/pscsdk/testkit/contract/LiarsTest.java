package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.pscsdk.testkit.contract.internal.log.LogCapture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract, run on authenticators that break one promise each, complains of that promise and of no other. */
class LiarsTest {
    /** One line of the table: what breaks which promise. */
    record Liar(String promise, String name) {
        Class<? extends CardAuthenticator> type() throws ClassNotFoundException {
            return Class.forName(LiarsTest.class.getPackageName() + "." + name.replace('.', '$'))
                    .asSubclass(CardAuthenticator.class);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Liar> liars() {
        try (var table = LiarsTest.class.getResourceAsStream("liars.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Liar(cells[0], cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void each_promise_has_somebody_who_breaks_it() {
        var promises = Arrays.stream(AuthenticatorContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(promises, liars().stream().map(Liar::promise).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Those of one group are alike; the others take longer. */
    static List<Liar> someLiars() {
        return everyNthLiar(5);
    }

    static List<Liar> fewLiars() {
        return everyNthLiar(30);
    }

    private static List<Liar> everyNthLiar(int n) {
        var liars = liars();
        return IntStream.range(0, liars.size())
                .filter(index -> index % n == 3)
                .mapToObj(liars::get)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("someLiars")
    void the_contract_complains_of_the_promise_that_is_broken(Liar liar) throws Exception {
        var promise = Arrays.stream(CardContract.class.getMethods())
                .filter(method -> method.getName().equals(liar.promise()))
                .findFirst()
                .orElseThrow();

        assertEquals(Set.of(liar.promise()), failures(liar.type(), selectMethod(CardContract.class, promise)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fewLiars")
    void the_contract_complains_of_no_other_promise(Liar liar) throws Exception {
        assertEquals(Set.of(liar.promise()), failures(liar.type()));
    }

    /** As the Javadoc of the deadline says: the engine interrupts it then. */
    @Test
    void who_waits_for_its_device_in_one_call_breaks_none() {
        assertEquals(Set.of(), failures(InterruptLiars.Patient.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("liars")
    @Tag("long")
    void so_it_does_whoever_breaks_one(Liar liar) throws Exception {
        assertEquals(Set.of(liar.promise()), failures(liar.type()));
    }

    private static Set<String> failures(Class<? extends CardAuthenticator> type) {
        return failures(type, selectClass(CardContract.class));
    }

    @SuppressWarnings("try")
    private static Set<String> failures(Class<? extends CardAuthenticator> type, DiscoverySelector promises) {
        CardContract.type = type;
        var failures = new TreeSet<String>();
        var request =
                LauncherDiscoveryRequestBuilder.request().selectors(promises).build();
        var listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getThrowable().isPresent()) {
                    failures.add(test.getDisplayName().replaceAll("\\(.*", ""));
                }
            }
        };
        // Some of them are loud.
        try (var console = LogCapture.ofConsole()) {
            LauncherFactory.create().execute(request, listener);
        } finally {
            // The contract of the card is a test of its own too.
            CardContract.type = CardAuthenticator.class;
        }
        return failures;
    }
}
