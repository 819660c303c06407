package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.OnRealPcsc;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.persona.Personas;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As in {@link LoginIT}, with the card in a reader of the real stack: javax.smartcardio, libpcsclite, pcscd and vpcd. */
@OnRealPcsc
@OnDisplay
class CardStackIT {
    private static final int HANDED_OVER = 1;

    @TempDir
    private Path folder;

    private CardInHand card;
    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        card = CardInHand.inVpcd(0, VirtualCard.cps3(Personas.PHARMACIST).build());
        lab = Lab.in(folder, builder -> builder.interactive().cardInHand(card));
    }

    @AfterEach
    void stop() {
        lab.close();
        card.remove();
    }

    @Test
    @Tag("long")
    void the_card_that_leaves_covers_all_windows_and_what_was_typed_is_handed_over_when_it_is_back() throws Exception {
        try (var person = Person.starting(Settings.forQa(folder, lab, "cps"))) {
            person.clicks("login.start").sees("login.step", "Insérez votre carte");
            assertTrue(card.insert());
            person.sees("login.digits");
            lab.simulator().cpsGestion().enterCode(VirtualCard.CODE.toCharArray());
            person.sees("session.who").fillsIn();
            person.choosesInMenu("menu.doctor").sees("health-check");

            card.remove();
            person.sees("locked");
            assertEquals(1, person.windows());
            assertFalse(person.isShowing("form"));
            assertTrue(card.insert());

            person.clicks("form.hand-over").opensTab(HANDED_OVER).reads("handed.list", "SF-");
            assertEquals(1, lab.done(Kind.HAND_OVER));
        }
    }
}
