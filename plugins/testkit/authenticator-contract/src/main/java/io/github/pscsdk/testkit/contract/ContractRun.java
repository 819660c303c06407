package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that can be asked of an authenticator, asked once; and its words, for the promises about them. */
final class ContractRun {
    /** For a login that need not end by itself, since its device is silent. */
    private static final Duration SOON = Duration.ofMillis(500);

    private static final String SECRET = "secret-of-the-contract";

    private final AuthenticatorUnderTest test;
    private final List<TestContext> contexts = new ArrayList<>();
    private final List<ObservedAuthenticator> authenticators = new ArrayList<>();
    private final List<AuthenticatorServices> services = new ArrayList<>();
    private final PersonalData personal = new PersonalData();

    private ContractRun(AuthenticatorUnderTest test) {
        this.test = test;
    }

    static ContractRun of(AuthenticatorUnderTest test) throws Exception {
        var run = new ContractRun(test);
        run.personal.identifiers(test.deviceIdentities());
        test.request().nationalId().ifPresent(run.personal::identifier);
        run.ask(test.authenticator());
        run.ask(test.silentDevice());
        run.ask(test.failingDevice());
        return run;
    }

    private void ask(Authenticator authenticator) throws Exception {
        var ofTest = services(authenticator.descriptor());
        services.add(ofTest);
        var observed = new ObservedAuthenticator(authenticator, ofTest);
        authenticators.add(observed);
        try (var host = ContractHost.started(observed, test.patience())) {
            login(host, TestContext.answering());
            login(host, TestContext.failing(new PscException(LoginProblem.REFUSED, "a test")));
            host.obstacle();
            host.diagnose();
        }
    }

    private void login(ContractHost host, TestContext answer) throws InterruptedException {
        // Its deadline is over as soon as anybody looks at the clock again and again.
        var context =
                answer.withDialog(personal.recorded(test.dialog())).withClock(new ObservedClock(Duration.ofMinutes(3)));
        contexts.add(context);
        host.login(test.request(), context).endBy(SOON);
    }

    /** The test's own, and each secret that these leave unset. */
    private AuthenticatorServices services(AuthenticatorDescriptor descriptor) {
        var given = test.services(descriptor);
        for (var setting : descriptor.settings()) {
            if (setting.kind() == AuthenticatorSetting.Kind.SECRET) {
                if (given instanceof TestServices ours
                        && ours.setting(setting.name(), char[].class).isEmpty()
                        && setting.accepts(SECRET)) {
                    given = ours.with(setting.name(), SECRET);
                }
                given.setting(setting.name(), char[].class).map(String::new).ifPresent(personal::secret);
            }
        }
        return given;
    }

    /** The author's problems: those that the test names and those that the run has met; of an enum all constants. */
    Set<Problem> ownProblems() {
        var own = new LinkedHashSet<Problem>();
        Stream.concat(test.problems().stream(), authenticators.stream().flatMap(ObservedAuthenticator::problems))
                .filter(problem -> !problem.getClass().getPackage().equals(Problem.class.getPackage()))
                .flatMap(problem -> problem instanceof Enum<?> constant
                        ? Stream.of(constant.getDeclaringClass().getEnumConstants())
                        : Stream.of(problem))
                .forEach(problem -> own.add((Problem) problem));
        return own;
    }

    /** The content of the stores, where these are the kit's own. */
    Stream<String> kept() {
        return services.stream().filter(TestServices.class::isInstance).flatMap(each -> ((TestServices) each).kept());
    }

    List<TestContext> contexts() {
        return contexts;
    }

    List<ObservedAuthenticator> authenticators() {
        return authenticators;
    }

    /** Data that no word of an authenticator may hold. */
    PersonalData personal() {
        return personal;
    }
}
