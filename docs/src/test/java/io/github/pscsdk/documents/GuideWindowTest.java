package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuideWindowTest {
    @Test
    void a_window_shows_what_the_health_check_settled_and_goes_on_from_there() throws Exception {
        var shown = new ArrayList<String>();
        var failure = new PscException(LoginProblem.UNKNOWN_PROFESSIONAL, "a test");

        try (var client = PscClientBuilder.forServerHalf(URI.create("http://127.0.0.1:9"))
                .clientId("my-practice-software")
                .applicationToken("token")
                .authenticator(new WithACard())
                .build()) {
            GuideWindow.afterAFailure(client, failure, new Noting(shown));
        }

        assertEquals(
                List.of(
                        "Pro Santé Connect ne connaît pas votre e-CPS\u00a0: avez-vous une carte et un lecteur pour"
                                + " l’activer\u00a0? Oui CPS-050",
                        "ecps_with_card"),
                shown);
    }

    @Test
    void a_page_needs_the_id_of_a_step_alone_and_an_old_one_begins_anew() {
        assertEquals("card", GuideWindow.page("card").id());
        assertEquals("start", GuideWindow.page("of_an_old_link").id());
    }

    private record Noting(List<String> shown) implements GuideWindow.Window {
        @Override
        public void settled(String question, String answer, String because) {
            shown.add(question + " " + answer + " " + because);
        }

        @Override
        public void show(LoginGuide.Step step) {
            shown.add(step.id());
        }
    }

    /** Finds a card that is ready. */
    private static final class WithACard implements Authenticator {
        @Override
        public AuthenticatorDescriptor descriptor() {
            return AuthenticatorDescriptor.of("cps", WayIn.BACKCHANNEL, "Essai", "Test");
        }

        @Override
        public List<Diagnostic> diagnose() {
            return List.of(Diagnostic.of(CardProblem.CARD_READY, Severity.INFO));
        }

        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) {
            throw new UnsupportedOperationException();
        }
    }
}
