package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.spi.Authenticator;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract, run on authenticators that break one promise each, complains of that promise and of no other. */
class LiarsTest {
    /** As a plug-in's author writes it. */
    abstract static class CardContract implements AuthenticatorContract {
        private static final NationalId HOLDER = FICTITIOUS_PHARMACIST;

        private final Supplier<CardAuthenticator> maker;
        private CardDevice device = CardDevice.empty();

        CardContract(Supplier<CardAuthenticator> maker) {
            this.maker = maker;
        }

        @Override
        public Authenticator authenticator() {
            device = CardDevice.withCardOf(HOLDER);
            return maker.get().at(device);
        }

        @Override
        public Authenticator silentDevice() {
            device = CardDevice.empty();
            return maker.get().at(device);
        }

        @Override
        public boolean deviceIsReleased() {
            return device.isReleased();
        }

        @Override
        public Set<NationalId> deviceIdentities() {
            return Set.of(HOLDER);
        }

        /** Long enough for what ends at all; what hangs is waited for that long. */
        @Override
        public Duration patience() {
            return Duration.ofSeconds(4);
        }
    }

    static class Honest extends CardContract {
        Honest() {
            super(CardAuthenticator::new);
        }
    }

    static class Obedient extends CardContract {
        Obedient() {
            super(Liars.Obedient::new);
        }
    }

    static class Deaf extends CardContract {
        Deaf() {
            super(Liars.Deaf::new);
        }
    }

    static class Patient extends CardContract {
        Patient() {
            super(Liars.Patient::new);
        }
    }

    static class Hasty extends CardContract {
        Hasty() {
            super(Liars.Hasty::new);
        }
    }

    static class Rough extends CardContract {
        Rough() {
            super(Liars.Rough::new);
        }
    }

    static class Greedy extends CardContract {
        Greedy() {
            super(Liars.Greedy::new);
        }
    }

    static class Clinging extends CardContract {
        Clinging() {
            super(Liars.Clinging::new);
        }
    }

    static class Sulking extends CardContract {
        Sulking() {
            super(Liars.Sulking::new);
        }
    }

    static class Obsessed extends CardContract {
        Obsessed() {
            super(Liars.Obsessed::new);
        }
    }

    static class Expectant extends CardContract {
        Expectant() {
            super(Liars.Expectant::new);
        }
    }

    static class Forgetful extends CardContract {
        Forgetful() {
            super(Liars.Forgetful::new);
        }
    }

    static class Talkative extends CardContract {
        Talkative() {
            super(Liars.Talkative::new);
        }
    }

    static class Mute extends CardContract {
        Mute() {
            super(Liars.Mute::new);
        }
    }

    static class Blind extends CardContract {
        Blind() {
            super(Liars.Blind::new);
        }
    }

    static class Loyal extends CardContract {
        Loyal() {
            super(Liars.Loyal::new);
        }
    }

    static class Polite extends CardContract {
        Polite() {
            super(Liars.Polite::new);
        }
    }

    @TestFactory
    Stream<DynamicTest> the_contract_complains_of_the_promise_that_is_broken() {
        return Stream.of(
                complains(Honest.class),
                complains(Obedient.class),
                complains(Deaf.class, "stops_when_interrupted_while_the_device_is_silent"),
                complains(Patient.class, "gives_up_at_the_deadline_while_the_device_is_silent"),
                complains(
                        Hasty.class,
                        "gives_up_at_the_deadline_while_the_device_is_silent",
                        "stops_when_interrupted_while_the_device_is_silent"),
                complains(Rough.class, "gives_up_at_the_deadline_while_the_device_is_silent"),
                complains(Greedy.class, "releases_its_device_before_it_asks"),
                complains(Clinging.class, "serves_a_login_after_one_that_failed_and_one_that_was_cancelled"),
                complains(Sulking.class, "serves_a_login_after_one_that_failed_and_one_that_was_cancelled"),
                complains(Obsessed.class, "asks_only_for_whom_its_device_or_the_request_names"),
                complains(Expectant.class, "asks_only_for_whom_its_device_or_the_request_names"),
                complains(Forgetful.class, "leaves_no_thread_that_keeps_the_application_alive"),
                complains(Talkative.class, "writes_no_identifier_into_the_log"),
                complains(Mute.class, "reports_at_once_that_its_device_is_there_if_it_follows_one"),
                complains(Blind.class, "reports_at_once_that_its_device_is_there_if_it_follows_one"),
                complains(Loyal.class, "stops_to_follow_its_device_when_interrupted"),
                complains(Polite.class, "stops_to_follow_its_device_when_interrupted"));
    }

    private static DynamicTest complains(Class<? extends CardContract> contract, String... promises) {
        return DynamicTest.dynamicTest(
                contract.getSimpleName(), () -> assertEquals(new TreeSet<>(Set.of(promises)), failures(contract)));
    }

    private static Set<String> failures(Class<?> contract) {
        var failures = new TreeSet<String>();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getThrowable().isPresent()) {
                    failures.add(test.getDisplayName().replace("()", ""));
                }
            }
        });
        return failures;
    }
}
