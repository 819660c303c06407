package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.diagnostic.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorReportTest {
    @Test
    void where_nothing_is_wrong_the_first_line_says_so_and_the_way_in_is_open() {
        var texts = CommandTexts.of(Psc.class, Language.ENGLISH);
        var browser = AuthenticatorDescriptor.of("browser", WayIn.BROWSER, "Navigateur", "Browser");

        var report = DoctorReport.of(new Diagnosis(Instant.EPOCH, Duration.ZERO, List.of(), List.of(browser)), texts);

        assertEquals("All is ready for a login.", report.get(0));
        assertEquals("  " + texts.get("doctor.way.open", "browser   ", "Browser"), report.get(3));
    }
}
