package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each means of logging in, from the archive of its plug-in, in the same window. */
@OnDisplay
class LoginIT {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";
    private static final int HANDED_OVER = 1;
    private static final String READER = "Desk";
    private static final String MEANS = "cps>ecps; cps; ecps; ecps/browser; stub";

    private final VirtualReaders readers = VirtualReaders.named(READER).install();
    private final CardInHand card =
            CardInHand.at(readers, READER, VirtualCard.cps3(Personas.PHARMACIST).build());

    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        System.setProperty(TERMINALS, VirtualReaders.TYPE);
        lab = Lab.in(folder, builder -> builder.interactive().cardInHand(card));
    }

    @AfterEach
    void stop() {
        lab.close();
        readers.close();
        System.clearProperty(TERMINALS);
    }

    private Person starts() throws Exception {
        return Person.starting(Settings.forQa(folder, lab, MEANS));
    }

    @Test
    void the_card_logs_in_covers_all_windows_when_it_leaves_and_what_was_typed_is_handed_over_when_it_is_back()
            throws Exception {
        try (var person = starts()) {
            person.chooses("means.cps").clicks("login.start").sees("login.step", "Insérez votre carte");
            assertTrue(card.insert());
            person.sees("login.digits").sees("login.seconds", "Il reste").photographs("desktop-digits");
            lab.simulator().cpsGestion().enterCode(VirtualCard.CODE.toCharArray());
            person.sees("session.who").fillsIn().clicks("form.back");
            person.choosesInMenu("menu.doctor").sees("health-check");

            card.remove();
            person.sees("locked");
            assertEquals(1, person.windows());
            assertFalse(person.isShowing("session.who"));
            assertFalse(person.isShowing("offers[0].details"));
            assertTrue(card.insert());

            person.sees("offers[0].details", "Sonner à l’interphone.")
                    .clicks("form.next")
                    .clicks("form.hand-over");
            person.opensTab(HANDED_OVER).reads("handed.list", "SF-");
            assertEquals(1, lab.done(Kind.HAND_OVER));
        }
    }

    @Test
    void the_phone_logs_in_the_person_who_is_typed_and_a_late_answer_after_cancel_nobody() throws Exception {
        try (var person = starts()) {
            person.chooses("means.ecps").clicks("login.start").types("who.field", "99999100012");
            person.sees("who.hint", "RPPS");
            person.types("who.field", "999 991 000 11").clicks("who.go").sees("login.digits");

            person.clicks("login.cancel").sees("login.start");

            // Pro Santé Connect knows no way to take a request back: a late answer must not log anybody in.
            settle(PendingRequest.Outcome.APPROVED);
            person.clicks("login.start").types("who.field", "99999100011").clicks("who.go");
            person.sees("login.digits");
            assertFalse(person.isShowing("session.who"));

            settle(PendingRequest.Outcome.APPROVED);
            person.sees("session.who");
        }
    }

    @Test
    void where_no_browser_opens_the_address_and_its_picture_are_there_for_another_device() throws Exception {
        try (var person = Person.starting(
                Settings.forQa(folder, lab, MEANS),
                client -> client.browser(page -> {
                    throw new UnsupportedOperationException("no desktop");
                }))) {
            person.chooses("means.ecps.browser").clicks("login.start");

            person.sees("page.address").sees("page.qr");
        }
    }

    private void settle(PendingRequest.Outcome outcome) {
        var pending = lab.simulator().pending();
        assertEquals(1, pending.size());
        assertTrue(lab.simulator().settle(pending.get(0).id(), outcome));
    }
}
