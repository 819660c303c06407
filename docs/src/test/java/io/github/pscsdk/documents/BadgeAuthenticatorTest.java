package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.CardChoice;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.documents.BadgeAuthenticator.Badge;
import io.github.pscsdk.spi.DevicePresence;
import io.github.pscsdk.testkit.Personas;
import io.github.pscsdk.testkit.TestContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The snippets about devices do what the page says. */
class BadgeAuthenticatorTest {
    private static final Badge LEFT = badge("left", 3);
    private static final Badge RIGHT = badge("right", 1);

    private final Queue<Boolean> presence = new ArrayDeque<>(List.of(true, false, true));
    private final BadgeAuthenticator authenticator = new BadgeAuthenticator(new BadgeAuthenticator.Reader() {
        @Override
        public List<Badge> badges() {
            return List.of(LEFT, RIGHT);
        }

        @Override
        public boolean holds(Badge badge) {
            return presence.remove();
        }

        @Override
        public void awaitChange() throws InterruptedException {
            if (presence.isEmpty()) {
                throw new InterruptedException();
            }
        }
    });

    @Test
    void the_person_chooses_is_warned_and_the_badge_is_followed() throws Exception {
        var context = TestContext.answering();
        var request = LoginRequest.using("badge").withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) {
                return Optional.of(cards.get(1));
            }
        });
        var reports = new ArrayList<String>();

        authenticator.authenticate(request, context);
        assertThrows(
                InterruptedException.class,
                () -> context.watch().orElseThrow().follow(new DevicePresence() {
                    @Override
                    public void present() {
                        reports.add("present");
                    }

                    @Override
                    public void absent() {
                        reports.add("absent");
                    }
                }));

        assertEquals("BDG-001", context.notices().get(0).problem().code());
        assertEquals(List.of("present", "absent", "present"), reports);
    }

    private static Badge badge(String reader, int triesLeft) {
        return new Badge(new CardChoice(reader, Optional.empty()), Personas.PHARMACIST, triesLeft);
    }
}
