package io.github.pscsdk.command.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.Psc;
import io.github.pscsdk.command.internal.json.SeenFinding;
import io.github.pscsdk.commandline.CommandTexts;
import io.github.pscsdk.diagnostic.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final SeenFinding NO_READER =
            new SeenFinding("AUTHENTICATOR cps", "CPS-002", "BLOCKING", "Aucun lecteur");
    private static final SeenFinding NO_CARD = new SeenFinding("AUTHENTICATOR cps", "CPS-003", "INFO", "Aucune carte");
    private static final SeenFinding NO_SERVER =
            new SeenFinding("SERVER_HALF", "PSC-060", "BLOCKING", "Serveur injoignable");

    @Test
    void tells_what_is_mended_what_is_new_and_what_stays() {
        var changes = Changes.between(List.of(NO_SERVER, NO_READER), List.of(NO_SERVER, NO_CARD));

        assertEquals(new Changes(List.of(NO_READER), List.of(NO_CARD), List.of(NO_SERVER)), changes);
        assertEquals(
                List.of("mended    CPS-002 Aucun lecteur", "new       CPS-003 Aucune carte", "findings as before: 1"),
                ChangesReport.of(changes, CommandTexts.of(Psc.class, Language.ENGLISH)));
    }

    @Test
    void the_same_trouble_in_another_language_is_no_change() {
        var inEnglish = new SeenFinding("AUTHENTICATOR cps", "CPS-002", "WARNING", "No reader");

        assertTrue(Changes.between(List.of(NO_READER), List.of(inEnglish)).isNothing());
    }

    @Test
    void the_same_trouble_of_another_device_is_a_change() {
        var ofTheOther = new SeenFinding("AUTHENTICATOR other", "CPS-002", "BLOCKING", "Aucun lecteur");

        var changes = Changes.between(List.of(NO_READER), List.of(ofTheOther));

        assertEquals(new Changes(List.of(NO_READER), List.of(ofTheOther), List.of()), changes);
    }
}
