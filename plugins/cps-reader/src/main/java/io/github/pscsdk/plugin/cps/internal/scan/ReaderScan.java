package io.github.pscsdk.plugin.cps.internal.scan;

import io.github.pscsdk.plugin.cps.internal.card.Atr;
import io.github.pscsdk.plugin.cps.internal.card.CardAccessException;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.internal.card.CardDataException;
import io.github.pscsdk.plugin.cps.internal.card.CardReading;
import io.github.pscsdk.plugin.cps.internal.card.Channels;
import io.github.pscsdk.plugin.cps.internal.card.SerialNumber;
import io.github.pscsdk.plugin.cps.internal.pcsc.Reader;
import io.github.pscsdk.plugin.cps.internal.pcsc.Reader.Release;
import io.github.pscsdk.plugin.cps.internal.pcsc.Readers;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReadersException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into every reader. Blocks as long as a card or another program wants; safe for any thread. */
public final class ReaderScan {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderScan.class);

    private final Readers readers;
    private final CardCatalogue catalogue;

    /** Of these readers, with what is known of cards. */
    public ReaderScan(Readers readers, CardCatalogue catalogue) {
        this.readers = readers;
        this.catalogue = catalogue;
    }

    /** Reads every card there is, and resets each afterwards: whoever needs it next finds it as if fresh from the pocket. */
    public ScanResult look() throws ReadersException, InterruptedException {
        var found = new ArrayList<SeenCard>();
        var all = readers.list();
        for (var reader : all) {
            if (reader.hasCard()) {
                var seen = look(reader);
                LOG.debug("in reader {}: {}", reader.name(), seen);
                found.add(seen);
            }
        }
        return new ScanResult(all.size(), found);
    }

    /**
     * Whether that very card is in a reader. Leaves every card as it was, since other programs may be at work.
     *
     * @return empty where a card could not be read, so that nobody can tell
     */
    public Optional<Boolean> holds(SerialNumber serial) throws ReadersException, InterruptedException {
        var unread = false;
        for (var reader : readers.list()) {
            if (reader.hasCard()) {
                var same = isIn(reader, serial);
                if (same.filter(Boolean::booleanValue).isPresent()) {
                    return same;
                }
                unread |= same.isEmpty();
            }
        }
        return unread ? Optional.empty() : Optional.of(false);
    }

    private SeenCard look(Reader reader) throws InterruptedException {
        try {
            return reader.use(Release.RESET, (atr, channels) -> seen(reader.name(), atr, channels));
        } catch (CardDataException e) {
            LOG.warn("the card in {} does not answer as it should: {}", reader.name(), e.getMessage());
            return new SeenCard.Trouble(reader.name(), CardProblem.CARD_UNREADABLE);
        } catch (CardAccessException e) {
            LOG.debug("the card in {} was not read", reader.name(), e);
            return new SeenCard.Trouble(reader.name(), problem(e));
        }
    }

    private SeenCard seen(String reader, Atr atr, Channels channels) throws CardAccessException, CardDataException {
        var kind = catalogue.kindOf(atr);
        var card = CardReading.of(kind, channels);
        if (card.isPresent()) {
            return new SeenCard.Cps(reader, card.get());
        }
        return new SeenCard.Foreign(
                reader,
                switch (kind) {
                    case VITALE -> CardProblem.VITALE_CARD;
                    case OTHER -> CardProblem.NOT_A_CPS;
                    case CPS, CPS3, CPS3_CONTACTLESS, CPS4 -> CardProblem.CARD_UNREADABLE;
                });
    }

    private Optional<Boolean> isIn(Reader reader, SerialNumber serial) throws InterruptedException {
        try {
            var found = reader.use(
                    Release.LEAVE, (atr, channels) -> CardReading.serialNumber(catalogue.kindOf(atr), channels));
            return Optional.of(found.filter(serial::equals).isPresent());
        } catch (CardAccessException | CardDataException e) {
            LOG.debug("the card in {} was not read", reader.name(), e);
            return Optional.empty();
        }
    }

    private static CardProblem problem(CardAccessException failure) {
        return switch (failure.reason()) {
            case IN_USE -> CardProblem.CARD_IN_USE;
            case MUTE -> CardProblem.CARD_MUTE;
            case REFUSED -> CardProblem.CHANNEL_REFUSED;
            case REMOVED, RESET, READER_GONE, SERVICE_GONE -> CardProblem.CARD_REMOVED;
        };
    }
}
