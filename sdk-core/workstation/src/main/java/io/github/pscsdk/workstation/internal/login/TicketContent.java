package io.github.pscsdk.workstation.internal.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The content of a {@link LoginTicket}, to go on with a login that another process began: one line each, in this order.
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
    private static final int LINES = 7;

    LoginTicket toTicket() {
        var means = expected.means().stream().map(Means::name).sorted().collect(Collectors.joining(","));
        var lines = String.join(
                "\n",
                loginId,
                authenticatorId,
                text(channel, Means::name),
                deadline.toString(),
                text(digits, BindingMessage::digits),
                expected.people().stream().map(NationalId::value).sorted().collect(Collectors.joining("\t")),
                means);
        return new LoginTicket(PREFIX + sealed(lines.getBytes(UTF_8)));
    }

    static TicketContent read(LoginTicket ticket) throws PscException {
        var sealed = Base64.getUrlDecoder().decode(ticket.value().substring(PREFIX.length()));
        var lines = new String(sealed, 0, sealed.length - Integer.BYTES, UTF_8).split("\n", -1);
        try {
            if (lines.length == LINES) {
                return read(lines);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Without the cause, which may repeat a line.
        }
        throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "the ticket was not written by this version");
    }

    /** With the checksum that a ticket ends in. */
    private static String sealed(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var sealed =
                ByteBuffer.allocate(content.length + Integer.BYTES).put(content).putInt((int) sum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    private static TicketContent read(String... lines) {
        var means = Arrays.stream(lines[6].split(","))
                .filter(name -> !name.isEmpty())
                .map(Means::new)
                .collect(Collectors.toSet());
        return new TicketContent(
                lines[0],
                lines[1],
                value(lines[2], TicketContent::channel),
                Instant.parse(lines[3]),
                value(lines[4], BindingMessage::new),
                new ExpectedLogin(persons(lines[5]), means));
    }

    private static Means channel(String name) {
        return Stream.of(Means.CARD, Means.MOBILE)
                .filter(channel -> channel.name().equals(name))
                .findAny()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Set<NationalId> persons(String line) {
        return line.isEmpty()
                ? Set.of()
                : Arrays.stream(line.split("\t")).map(NationalId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> String text(Optional<T> value, Function<T, String> toText) {
        return value.map(toText).orElse("");
    }

    private static <T> Optional<T> value(String line, Function<String, T> reading) {
        return line.isEmpty() ? Optional.empty() : Optional.of(reading.apply(line));
    }

    /** Hides all: whoever has the id may take the login over. */
    @Override
    public String toString() {
        return "TicketContent[****]";
    }
}
