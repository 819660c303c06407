package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one open card: serial number first, since it proves what the card is, then the certificate, then the counter. */
public final class CardReading {
    private static final Logger LOG = LoggerFactory.getLogger(CardReading.class);

    /** A face that showed its serial number. */
    private record Identified(CardFace face, SerialNumber serial) {}

    private CardReading() {}

    /**
     * Everything.
     *
     * @return empty where the card is none of the family
     * @throws CardDataException where it should be, and does not answer like one
     */
    public static Optional<CpsCard> of(CardKind kind, Channels channels) throws CardAccessException, CardDataException {
        var found = identify(kind, channels);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var face = found.get().face;
        var certificate = certificate(face);
        return Optional.of(new CpsCard(kind, found.get().serial, certificate, face.code()));
    }

    /** Which card, and nothing else. */
    public static Optional<SerialNumber> serialNumber(CardKind kind, Channels channels)
            throws CardAccessException, CardDataException {
        return identify(kind, channels).map(Identified::serial);
    }

    private static Optional<Identified> identify(CardKind kind, Channels channels)
            throws CardAccessException, CardDataException {
        if (kind == CardKind.VITALE) {
            return Optional.empty();
        }
        if (kind != CardKind.CPS && kind != CardKind.OTHER) {
            return identified(CardFace.of(kind, channels));
        }
        // The answer to reset does not tell the generation: whichever way of speaking gets an answer.
        var older = tried(CardKind.CPS3, channels);
        return older.isPresent() ? older : tried(CardKind.CPS4, channels);
    }

    private static Optional<Identified> tried(CardKind generation, Channels channels) throws CardAccessException {
        try {
            return identified(CardFace.of(generation, channels));
        } catch (CardDataException e) {
            return Optional.empty();
        } catch (CardAccessException e) {
            if (e.reason() == CardAccessException.Reason.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<Identified> identified(CardFace face) throws CardAccessException, CardDataException {
        return face.serialNumber().map(serial -> new Identified(face, serial));
    }

    /** A certificate that cannot be read costs a question to the person, not the login. */
    private static Optional<AuthenticationCertificate> certificate(CardFace face) throws CardAccessException {
        try {
            var der = new CertificateLocator(face.files()).find();
            return der.isPresent() ? Optional.of(AuthenticationCertificate.of(der.get())) : Optional.empty();
        } catch (CardDataException e) {
            LOG.warn("a card does not show its certificate: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
