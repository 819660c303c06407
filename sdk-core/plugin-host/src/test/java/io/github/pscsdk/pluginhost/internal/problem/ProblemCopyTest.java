package io.github.pscsdk.pluginhost.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.pluginhost.internal.problem.ProblemIsolation.ProblemCopy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemCopyTest {
    /** A plug-in's: the person must act, and another way may follow all the same. */
    private enum Blocked implements Problem {
        CARD;

        @Override
        public String code() {
            return "XYZ-001";
        }

        @Override
        public Party party() {
            return Party.PROFESSIONAL;
        }

        @Override
        public boolean allowsNextWay() {
            return true;
        }

        @Override
        public Optional<String> guideNode() {
            return Optional.of("card_problem");
        }

        @Override
        public Remedy remedy(Locale locale) {
            return new Remedy(locale.getLanguage(), List.of("-"));
        }
    }

    @Test
    void a_copy_makes_of_a_login_what_the_original_would() throws Exception {
        assertTrue(ProblemCopy.copy(Blocked.CARD).allowsNextWay());
    }

    @Test
    void a_copy_goes_on_in_the_guide_where_the_original_does() throws Exception {
        assertEquals(Optional.of("card_problem"), ProblemCopy.copy(Blocked.CARD).guideNode());
    }

    @Test
    void a_copy_says_the_same() throws Exception {
        var copy = ProblemCopy.copy(Blocked.CARD);

        assertEquals("XYZ-001", copy.code());
        assertEquals("CARD", copy.name());
        assertEquals("fr", copy.remedy(Locale.FRANCE).title());
        assertEquals("en", copy.remedy(Locale.UK).title());
    }
}
