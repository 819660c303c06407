package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.CardChoice;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.documents.BadgeAuthenticator.Badge;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.List;
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
        FakeReader(Badge... badges) {
            this(List.of(badges));
        }

        @Override
        public boolean holds(Badge badge) {
            return badges.contains(badge);
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
        var context = TestContext.answering();
        var request = LoginRequest.using("badge").withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) {
                return Optional.of(cards.get(1));
            }
        });

        new BadgeAuthenticator(new FakeReader(BADGE, WORN_OUT)).authenticate(request, context);

        assertEquals("BDG-001", context.notices().get(0).problem().code());
    }

    private static Badge badge(String reader, int triesLeft) {
        return new Badge(new CardChoice(reader, Optional.empty()), Personas.PHARMACIST, triesLeft);
    }
}
