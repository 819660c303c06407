package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Break promises about problems. */
final class ProblemLiars {
    private ProblemLiars() {}

    /** A problem with a code and a text of its own. */
    private record Told(String code, String french, String english) implements Problem {
        @Override
        public String name() {
            return "TOLD";
        }

        @Override
        public Party party() {
            return Party.PROFESSIONAL;
        }

        @Override
        public Remedy remedy(Locale locale) {
            return new Remedy(locale.getLanguage().equals("fr") ? french : english, List.of());
        }
    }

    private static Optional<Problem> without(CardDevice device, Problem problem) {
        return device.card().isPresent() ? Optional.empty() : Optional.of(problem);
    }

    /** Tells more than a host can show. */
    public static class Novelist extends CardAuthenticator {
        @Override
        public Optional<Problem> obstacle() {
            return without(
                    device(),
                    new Told(
                            "TST-003",
                            String.join(" ", Collections.nCopies(100, "Il était une fois")),
                            String.join(" ", Collections.nCopies(100, "Once upon a time"))));
        }
    }

    /** Speaks English and nothing else. */
    public static class Monolingual extends CardAuthenticator {
        @Override
        public Optional<Problem> obstacle() {
            return without(device(), new Told("TST-003", "No card.", "No card."));
        }
    }

    /** Has a second prefix. */
    public static class Double extends CardAuthenticator {
        @Override
        public Optional<Problem> obstacle() {
            return without(device(), new Told("OTH-001", "Pas de carte.", "No card."));
        }
    }
}
