package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.lab.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@OnDisplay
@Timeout(90)
class JourneyIT {
    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.in(folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private Person starts() throws Exception {
        return Person.starting(Settings.forQa(folder, lab, "cps>ecps; ecps; ecps/browser; stub"));
    }

    private static Person logsIn(Person person) {
        return person.chooses("means.stub").clicks("login.start").sees("session.who");
    }

    private static Person fillsIn(Person person) {
        return person.picks("field.kind", 1)
                .types("field.finess", "")
                .picks("field.appointment", 1)
                .types("field.hours", "Lundi : 8h30-12h30 et 14h-19h\nMardi : 8h30-12h30")
                .types("field.details", "Sonner à l’interphone.")
                .types("field.opens-on", "2026-03-02");
    }

    @Test
    void a_declaration_is_corrected_where_the_finding_stands_and_handed_over() throws Exception {
        try (var person = starts()) {
            person.sees("login.start").photographs("desktop-login");
            fillsIn(logsIn(person)).types("field.phone", "doctolib").clicks("form.hand-over");

            person.sees("finding.PHONE").photographs("desktop-finding");
            assertEquals(0, lab.received());
            person.types("field.phone", "01 00 00 00 01")
                    .clicks("form.hand-over")
                    .opensTab(1);
            person.reads("outbox.list", "récépissé").photographs("desktop-outbox");

            person.clicks("sign-out").sees("login.start");
            assertEquals(1, lab.received());
        }
    }

    @Test
    void what_is_handed_over_without_a_network_goes_out_once_after_the_next_login() throws Exception {
        try (var person = starts()) {
            fillsIn(logsIn(person));
            lab.unplug();
            person.clicks("form.hand-over").sees("tabs", "1 en attente").opensTab(1);
            person.sees("outbox.state", "Le serveur de votre logiciel e").photographs("desktop-offline");
        }
        assertEquals(0, lab.received());
        lab.plugIn();

        try (var person = starts()) {
            logsIn(person).opensTab(1).sees("outbox.list");
            person.reads("outbox.list", "récépissé").clicks("sign-out").sees("login.start");
        }
        assertEquals(1, lab.received());
    }
}
