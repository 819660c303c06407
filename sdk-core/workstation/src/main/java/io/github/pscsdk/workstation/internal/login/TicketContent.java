package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.json.DocumentMapper;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The content of a {@link LoginTicket}, to go on with a login that another process began: a JSON document and the
 * checksum that a ticket ends in.
 *
 * @param channel on which the professional was asked; empty in the browser
 */
record TicketContent(
        String loginId,
        String authenticatorId,
        Optional<Means> channel,
        Instant deadline,
        Optional<BindingMessage> digits,
        ExpectedLogin expected) {
    private static final String PREFIX = "psc1.";
    private static final Set<Means> CHANNELS = Set.of(Means.CARD, Means.MOBILE);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** Refuses what no ticket of this version has. */
    TicketContent {
        if (!ID.matcher(loginId).matches()
                || !ID.matcher(authenticatorId).matches()
                || channel.filter(asked -> !CHANNELS.contains(asked)).isPresent()) {
            throw new IllegalArgumentException(
                    "a ticket has the ids of a login and of an authenticator, and a known channel or none");
        }
    }

    LoginTicket toTicket() {
        var content = DocumentMapper.write(this);
        var sum = new CRC32();
        sum.update(content);
        var sealed =
                ByteBuffer.allocate(content.length + Integer.BYTES).put(content).putInt((int) sum.getValue());
        return new LoginTicket(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array()));
    }

    static TicketContent read(LoginTicket ticket) throws PscException {
        var sealed = Base64.getUrlDecoder().decode(ticket.value().substring(PREFIX.length()));
        try {
            return DocumentMapper.readWritten(
                    Arrays.copyOf(sealed, sealed.length - Integer.BYTES), TicketContent.class);
        } catch (DocumentMapper.UnreadableException e) {
            throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "the ticket was not written by this version");
        }
    }

    /** Hides all: whoever has the id may take the login over. */
    @Override
    public String toString() {
        return "TicketContent[****]";
    }
}
