package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.documents.BadgeAuthenticator.Badge;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.contract.TestServices;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The snippets about devices do what the page says, and what every host relies on. */
class BadgeAuthenticatorTest implements AuthenticatorContract {
    private static final Badge BADGE = badge("left", 3);
    private static final Badge WORN_OUT = badge("right", 1);

    /** Holds always the same badges. */
    private record FakeReader(List<Badge> badges) implements BadgeAuthenticator.Reader {
        private static final String CODE = "271828";

        FakeReader(Badge... badges) {
            this(List.of(badges));
        }

        @Override
        public boolean holds(Badge badge) {
            return badges.contains(badge);
        }

        @Override
        public boolean accepts(Badge badge, char[] code) {
            return CODE.equals(new String(code));
        }

        @Override
        public synchronized void awaitChange() throws InterruptedException {
            TimeUnit.MILLISECONDS.timedWait(this, 20);
        }
    }

    @Override
    public Authenticator authenticator() {
        return new BadgeAuthenticator(new FakeReader(BADGE));
    }

    @Override
    public Authenticator silentDevice() {
        return new BadgeAuthenticator(new FakeReader());
    }

    @Override
    public Set<NationalId> deviceIdentities() {
        return Set.of(BADGE.holder());
    }

    @Test
    void the_person_chooses_and_is_warned() throws Exception {
        var context = TestContext.answering().withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) {
                return Optional.of(cards.get(1));
            }
        });

        new BadgeAuthenticator(new FakeReader(BADGE, WORN_OUT))
                .authenticate(AuthenticationRequest.ofAnybody(), context);

        assertEquals("BDG-001", context.notices().get(0).problem().code());
    }

    @Test
    void the_code_of_the_display_is_asked_for_where_it_is_set() throws Exception {
        var badge = new BadgeAuthenticator(new FakeReader(BADGE));
        badge.start(TestServices.of(badge.descriptor()).with("displayCode", "true"));
        var asked = new ArrayList<OneTimeCodeQuestion>();
        var context = TestContext.answering().withDialog(new LoginDialog() {
            @Override
            public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
                asked.add(question);
                return Optional.of(FakeReader.CODE.toCharArray());
            }
        });

        badge.authenticate(AuthenticationRequest.ofAnybody(), context);

        assertEquals(6, asked.get(0).digits());
        assertEquals("Press the badge", context.messages().get(0).in(Locale.ENGLISH));
        assertEquals(
                LoginProblem.REFUSED,
                assertThrows(
                                PscException.class,
                                () -> badge.authenticate(AuthenticationRequest.ofAnybody(), TestContext.answering()))
                        .problem());
    }

    @Test
    void it_is_available_once_a_badge_is_there() {
        assertEquals(Optional.empty(), authenticator().obstacle());
        assertEquals("BDG-002", silentDevice().obstacle().orElseThrow().code());
    }

    private static Badge badge(String reader, int triesLeft) {
        return new Badge(CardChoice.of(reader), Personas.PHARMACIST, triesLeft);
    }
}
