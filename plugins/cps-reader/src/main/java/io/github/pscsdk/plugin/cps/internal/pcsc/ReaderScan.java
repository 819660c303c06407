package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.internal.card.CardAccessException;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.internal.card.CardChannels;
import io.github.pscsdk.plugin.cps.internal.card.CardDataException;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.internal.card.SerialNumber;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscService.Changes;
import io.github.pscsdk.plugin.cps.internal.pcsc.Reader.Release;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is in the readers. Blocks as long as a card or another program takes; safe for any thread. */
public final class ReaderScan {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderScan.class);

    /**
     * Asked again at once, a card that is held or does not answer would only take more time; another card stays
     * another.
     */
    private static final Set<CardProblem> NOT_WORTH_ANOTHER_READ =
            EnumSet.of(CardProblem.CARD_IN_USE, CardProblem.CARD_MUTE, CardProblem.VITALE_CARD, CardProblem.NOT_A_CPS);

    private final PcscService pcsc;
    private final CardCatalogue catalogue;

    public ReaderScan(PcscService pcsc, CardCatalogue catalogue) {
        this.pcsc = pcsc;
        this.catalogue = catalogue;
    }

    public Changes changes() {
        return pcsc.changes();
    }

    /**
     * Reads every card there is, and resets each afterwards: whoever needs it next finds it as if it had just been put
     * in.
     */
    public Result run() throws PcscUnavailableException, InterruptedException {
        var found = new ArrayList<SeenCard>();
        var readers = pcsc.readers();
        for (var reader : readers) {
            if (reader.hasCard()) {
                var seen = read(reader);
                LOG.debug("in reader {}: {}", reader.name(), seen);
                found.add(seen);
            }
        }
        return new Result(readers.size(), found);
    }

    /** Whether there is a reader of that name with a card in it. Touches no card. */
    public boolean hasCard(String reader) throws PcscUnavailableException {
        return pcsc.readers().stream().filter(one -> one.name().equals(reader)).anyMatch(Reader::hasCard);
    }

    /**
     * Looks for that very card, and leaves every card as it was. Begins at the reader where it was last: another may
     * block.
     */
    public Place find(SerialNumber serial, String lastReader) throws PcscUnavailableException, InterruptedException {
        var isCertain = true;
        var readers = new ArrayList<>(pcsc.readers());
        readers.sort(Comparator.comparing(reader -> !reader.name().equals(lastReader)));
        for (var reader : readers) {
            if (reader.hasCard()) {
                var same = isIn(reader, serial);
                if (same.orElse(false)) {
                    return new Place(Optional.of(reader.name()), true);
                }
                isCertain &= same.isPresent();
            }
        }
        return new Place(Optional.empty(), isCertain);
    }

    /**
     * The content of a reader. A read that failed is tried once more: a card may fail once, and is reset in between.
     */
    private SeenCard read(Reader reader) throws InterruptedException {
        var seen = readOnce(reader);
        return isWorthAnotherRead(seen) && reader.hasCard() ? readOnce(reader) : seen;
    }

    private static boolean isWorthAnotherRead(SeenCard seen) {
        if (seen instanceof SeenCard.Obstacle obstacle) {
            return !NOT_WORTH_ANOTHER_READ.contains(obstacle.problem());
        }
        return seen instanceof SeenCard.Cps cps && cps.card().hidesHolder();
    }

    private SeenCard readOnce(Reader reader) throws InterruptedException {
        try {
            return reader.use(Release.RESET, (atr, channels) -> seen(reader.name(), atr, channels));
        } catch (CardAccessException e) {
            if (e instanceof CardDataException) {
                LOG.warn("the card in {} does not answer as it should: {}", reader.name(), e.getMessage());
            } else {
                LOG.debug("the card in {} was not read", reader.name(), e);
            }
            return new SeenCard.Obstacle(reader.name(), problem(e), false);
        }
    }

    private SeenCard seen(String reader, byte[] atr, CardChannels channels) throws CardAccessException {
        var kind = catalogue.kindOf(atr);
        var card = CpsCard.read(kind, channels);
        if (card.isPresent()) {
            return new SeenCard.Cps(reader, card.get());
        }
        var problem = switch (kind) {
            case VITALE -> CardProblem.VITALE_CARD;
            case OTHER -> CardProblem.NOT_A_CPS;
            case CPS, CPS3, CPS3_CONTACTLESS, CPS4 -> CardProblem.CARD_UNREADABLE;
        };
        return new SeenCard.Obstacle(reader, problem, true);
    }

    /** Twice, where the card does not say which it is the first time: it may fail once. */
    private Optional<Boolean> isIn(Reader reader, SerialNumber serial) throws InterruptedException {
        var isIn = Optional.<Boolean>empty();
        var saysWhich = false;
        for (var round = 0; round < 2 && !saysWhich; round++) {
            try {
                var found = reader.use(
                        Release.LEAVE, (atr, channels) -> CpsCard.readSerialNumber(catalogue.kindOf(atr), channels));
                isIn = Optional.of(found.filter(serial::equals).isPresent());
                saysWhich = found.isPresent();
            } catch (CardAccessException e) {
                LOG.debug("the card in {} was not read", reader.name(), e);
                isIn = Optional.empty();
            }
        }
        return isIn;
    }

    private static CardProblem problem(CardAccessException failure) {
        return switch (failure.reason()) {
            case IN_USE -> CardProblem.CARD_IN_USE;
            case MUTE -> CardProblem.CARD_MUTE;
            case REFUSED -> CardProblem.CHANNEL_REFUSED;
            case UNREADABLE -> CardProblem.CARD_UNREADABLE;
            case REMOVED, RESET, READER_GONE, SERVICE_GONE -> CardProblem.CARD_REMOVED;
        };
    }

    // ---- what it finds ---------------------------------------------------------------------------------------------

    /** The reader of a card, if it was found; certain unless a card could not be read. */
    public record Place(Optional<String> reader, boolean isCertain) {}

    /** The content of a reader. */
    public sealed interface SeenCard {

        String reader();

        /** A card that could log in. */
        record Cps(String reader, CpsCard card) implements SeenCard {}

        /** A card that cannot; foreign if it is none of the family, else it could not be read this time. */
        record Obstacle(String reader, CardProblem problem, boolean isForeign) implements SeenCard {}
    }

    /** The number of readers plugged in, and what is in those that are not empty. */
    public record Result(int readers, List<SeenCard> cards) {
        public Result {
            cards = List.copyOf(cards);
        }

        public List<SeenCard.Cps> cpsCards() {
            return ofKind(SeenCard.Cps.class).toList();
        }

        private <T extends SeenCard> Stream<T> ofKind(Class<T> kind) {
            return cards.stream().filter(kind::isInstance).map(kind::cast);
        }

        /** Whether a card may turn out to be one that can log in, if it is read again. */
        public boolean isWorthAnotherScan() {
            return ofKind(SeenCard.Obstacle.class).anyMatch(obstacle -> !obstacle.isForeign());
        }

        public Map<String, CardProblem> obstacles() {
            var obstacles = new TreeMap<String, CardProblem>();
            ofKind(SeenCard.Obstacle.class).forEach(one -> obstacles.put(one.reader(), one.problem()));
            return obstacles;
        }

        /** The facts of an obstacle: which reader, unless its name is empty, and which programs may hold the card. */
        public static Map<String, String> facts(String reader, CardProblem problem) {
            var facts = new TreeMap<String, String>();
            if (!reader.isEmpty()) {
                facts.put("reader", reader);
            }
            if (problem == CardProblem.CARD_IN_USE) {
                // PC/SC does not say who; the system says who is running.
                var running = running();
                if (!running.isEmpty()) {
                    facts.put("programs", String.join(", ", running));
                }
            }
            return facts;
        }

        /** Why no card could log in: the card that is there counts more than the one that is not. */
        public CardProblem whyNoCard() {
            if (readers == 0) {
                return CardProblem.NO_READER;
            }
            var obstacles = obstacles().values();
            return obstacles.stream()
                    .filter(problem -> problem != CardProblem.VITALE_CARD && problem != CardProblem.NOT_A_CPS)
                    .findFirst()
                    .or(() -> obstacles.stream().findFirst())
                    .orElse(CardProblem.NO_CARD);
        }

        // ---- programs known to take cards for themselves
        // ----------------------------------------------------------------

        private static List<String> running() {
            return knownAmong(ProcessHandle.allProcesses()
                    .map(process -> process.info().command())
                    .flatMap(Optional::stream)
                    .toList());
        }

        static List<String> knownAmong(List<String> commands) {
            var known = CardCatalogue.lines(ReaderScan.class, "programs.txt").stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            return commands.stream()
                    .map(command -> command.replaceFirst(".*[/\\\\]", ""))
                    .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
