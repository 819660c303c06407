package io.github.pscsdk.plugin.cps.internal.card;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue.CardKind;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data of a card of the family that it tells without its code.
 *
 * @param certificate empty where it is not shown or not readable
 * @param certificateFailed whether the card failed to show it, instead of keeping it behind its code
 */
public record CpsCard(
        CardKind kind,
        SerialNumber serial,
        Optional<AuthenticationCertificate> certificate,
        boolean certificateFailed,
        CodeState code) {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(CpsCard.class);

    /** Whether the card should say whose it is and does not: it keeps that behind its code, or failed to show it. */
    public boolean hidesHolder() {
        return kind != CardKind.CPS3_CONTACTLESS && nationalId().isEmpty();
    }

    public Optional<NationalId> nationalId() {
        return holderCertificate().flatMap(AuthenticationCertificate::nationalId);
    }

    public Optional<String> holderName() {
        return holderCertificate().flatMap(AuthenticationCertificate::holderName);
    }

    /** Without contact a card shows the certificate of a technical key, which is the card's and names nobody. */
    private Optional<AuthenticationCertificate> holderCertificate() {
        return kind == CardKind.CPS3_CONTACTLESS ? Optional.empty() : certificate;
    }

    public AuthenticationCertificate.Nature nature() {
        return certificate.map(AuthenticationCertificate::nature).orElse(AuthenticationCertificate.Nature.UNKNOWN);
    }

    // ---- whether it can log in -----------------------------------------------------------------------------------

    /**
     * The findings that keep the card from logging in, or are worth saying; blocking findings first. Facts name nobody.
     */
    public List<Diagnostic> findings(Instant now) {
        var found = new ArrayList<Diagnostic>();
        if (code.lock() == CodeState.Lock.BLOCKED) {
            found.add(Diagnostic.of(CardProblem.CARD_BLOCKED, Severity.BLOCKING));
        } else if (code.lock() == CodeState.Lock.BLOCKED_FOR_GOOD) {
            found.add(Diagnostic.of(CardProblem.CARD_BLOCKED_FOR_GOOD, Severity.BLOCKING));
        } else if (code.isLastTry()) {
            found.add(Diagnostic.of(CardProblem.ONE_TRY_LEFT, Severity.WARNING));
        }
        certificate.flatMap(shown -> validity(shown, now)).ifPresent(found::add);
        if (kind == CardKind.CPS3_CONTACTLESS) {
            found.add(Diagnostic.of(CardProblem.CONTACTLESS, Severity.WARNING));
        }
        found.sort(Comparator.comparing(Diagnostic::severity).reversed());
        return List.copyOf(found);
    }

    private static Optional<Diagnostic> validity(AuthenticationCertificate shown, Instant now) {
        if (now.isBefore(shown.notBefore())) {
            return Optional.of(Diagnostic.of(CardProblem.CERTIFICATE_NOT_YET_VALID, Severity.BLOCKING));
        }
        if (!now.isBefore(shown.notAfter())) {
            return Optional.of(Diagnostic.of(CardProblem.CERTIFICATE_EXPIRED, Severity.BLOCKING));
        }
        var rest = Duration.between(now, shown.notAfter());
        return rest.compareTo(SOON) > 0
                ? Optional.empty()
                : Optional.of(Diagnostic.of(CardProblem.CERTIFICATE_EXPIRES_SOON, Severity.WARNING)
                        .with("days", String.valueOf(rest.toDays())));
    }

    @Override
    public String toString() {
        return "CpsCard[" + kind + "]";
    }

    // ---- how it is read ------------------------------------------------------------------------------------------

    /** Reads an open card, the serial number first, which proves what it is; empty if it is none of the family. */
    public static Optional<CpsCard> read(CardKind kind, CardChannels channels) throws CardAccessException {
        var found = identify(kind, channels);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var application = found.get().application;
        var certificate = Optional.<AuthenticationCertificate>empty();
        var failed = false;
        try {
            var der = new CertificateLocator(application).find();
            certificate = der.isPresent() ? Optional.of(AuthenticationCertificate.of(der.get())) : Optional.empty();
            failed = certificate.isEmpty() && !application.needsCode();
        } catch (CardDataException e) {
            // It costs a question to the person, not the login.
            LOG.warn("a card does not show its certificate: {}", e.getMessage());
            failed = true;
        }
        return Optional.of(new CpsCard(kind, found.get().serial, certificate, failed, application.code()));
    }

    public static Optional<SerialNumber> readSerialNumber(CardKind kind, CardChannels channels)
            throws CardAccessException {
        return identify(kind, channels).map(Identified::serial);
    }

    /** An application that showed its serial number. */
    private record Identified(CpsApplication application, SerialNumber serial) {}

    private static Optional<Identified> identify(CardKind kind, CardChannels channels) throws CardAccessException {
        if (kind == CardKind.VITALE) {
            return Optional.empty();
        }
        if (kind != CardKind.CPS && kind != CardKind.OTHER) {
            return identified(kind, channels);
        }
        // The answer to reset does not tell the generation: whichever way of speaking gets an answer.
        var older = tried(CardKind.CPS3, channels);
        return older.isPresent() ? older : tried(CardKind.CPS4, channels);
    }

    private static Optional<Identified> tried(CardKind generation, CardChannels channels) throws CardAccessException {
        try {
            return identified(generation, channels);
        } catch (CardAccessException e) {
            if (e instanceof CardDataException || e.reason() == CardAccessException.Reason.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<Identified> identified(CardKind kind, CardChannels channels) throws CardAccessException {
        var application = CpsApplication.of(kind, channels);
        return application.serialNumber().map(serial -> new Identified(application, serial));
    }
}
