package io.github.pscsdk.api;

import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The content of a {@link LoginRequest}. Only a new copy is ever changed, before a request owns it. */
final class LoginSettings {
    final List<String> authenticatorIds;
    final Optional<LoginTicket> ticket;
    Optional<NationalId> nationalId = Optional.empty();
    Optional<WayIn> wayIn = Optional.empty();
    Optional<Means> requiredMeans = Optional.empty();
    Duration timeout = LoginRequest.DEFAULT_TIMEOUT;
    Consumer<LoginProgress> progress = step -> {};
    LoginDialog dialog = LoginDialog.SILENT;
    CardRemoval cardRemoval = CardRemoval.LOCK;

    LoginSettings(List<String> authenticatorIds, Optional<LoginTicket> ticket) {
        this.authenticatorIds = authenticatorIds;
        this.ticket = ticket;
    }

    LoginSettings copy() {
        var copy = new LoginSettings(authenticatorIds, ticket);
        copy.nationalId = nationalId;
        copy.wayIn = wayIn;
        copy.requiredMeans = requiredMeans;
        copy.timeout = timeout;
        copy.progress = progress;
        copy.dialog = dialog;
        copy.cardRemoval = cardRemoval;
        return copy;
    }
}
