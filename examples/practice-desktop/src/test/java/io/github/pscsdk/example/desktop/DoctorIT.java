package io.github.pscsdk.example.desktop;

import static io.github.pscsdk.diagnostic.WorkstationProblem.CONNECTION_REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
class DoctorIT {
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
        return Person.starting(Settings.forQa(folder, lab, "stub"));
    }

    @Test
    void it_names_what_stands_in_the_way_and_looks_again_when_asked() throws Exception {
        lab.unplug();
        try (var person = starts()) {
            person.choosesInMenu("menu.doctor").readsAnywhere(CONNECTION_REFUSED.code());
            // The gravest stands first, and the window begins there.
            assertEquals(0, person.scrolledBy("doctor"));

            lab.plugIn();
            person.clicks("doctor.again").readsNowhere(CONNECTION_REFUSED.code());

            person.clicks("doctor.close");
            assertEquals(1, person.windows());
            person.clicks("login.start").sees("session.who");
        }
    }

    @Test
    void it_closes_when_the_screen_is_locked() throws Exception {
        try (var person = starts()) {
            person.clicks("login.start")
                    .sees("session.who")
                    .choosesInMenu("menu.doctor")
                    .sees("doctor");
            assertEquals(2, person.windows());

            person.choosesInMenu("menu.lock").sees("locked");

            assertFalse(person.isShowing("doctor"));
            assertEquals(1, person.windows());
        }
    }
}
