package io.github.pscsdk.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LoginRequestTest {
    private static final NationalId DOCTOR = new NationalId("899999100029");

    @Test
    void a_copy_keeps_everything_that_was_set_before() {
        Consumer<LoginProgress> listener = progress -> {};
        var dialog = new LoginDialog() {};

        var request = LoginRequest.using("cps", "browser")
                .withNationalId(DOCTOR)
                .withWayIn(WayIn.BROWSER)
                .requiring(Means.CARD)
                .withProgress(listener)
                .withDialog(dialog)
                .withCardRemoval(CardRemoval.IGNORE)
                .withTimeout(Duration.ofSeconds(7))
                .withNationalId(DOCTOR);

        assertEquals(List.of("cps", "browser"), request.authenticatorIds());
        assertEquals(Optional.of(DOCTOR), request.nationalId());
        assertEquals(Optional.of(WayIn.BROWSER), request.wayIn());
        assertEquals(Optional.of(Means.CARD), request.requiredMeans());
        assertSame(listener, request.progress());
        assertSame(dialog, request.dialog());
        assertEquals(CardRemoval.IGNORE, request.cardRemoval());
        assertEquals(Duration.ofSeconds(7), request.timeout());
        assertEquals(Optional.empty(), request.ticket());
    }

    @Test
    void a_with_method_leaves_the_original_as_it_was() {
        var original = LoginRequest.using("cps");

        original.requiring(Means.CARD);

        assertEquals(Optional.empty(), original.requiredMeans());
    }

    @Test
    void a_resumed_login_keeps_its_ticket_and_names_no_authenticator() {
        var ticket = new LoginTicket("psc1.YSBsb2dpbtsroRQ");

        var request = LoginRequest.resuming(ticket).withDialog(new LoginDialog() {});

        assertEquals(Optional.of(ticket), request.ticket());
        assertEquals(List.of(), request.authenticatorIds());
    }

    @Test
    void a_silent_host_takes_the_person_who_is_suggested_and_nobody_else() throws Exception {
        assertEquals(Optional.of(DOCTOR), LoginDialog.SILENT.whoLogsIn(Optional.of(DOCTOR)));
        assertEquals(Optional.empty(), LoginDialog.SILENT.whoLogsIn(Optional.empty()));
    }
}
