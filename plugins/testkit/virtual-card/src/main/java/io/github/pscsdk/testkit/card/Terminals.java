package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.CardService.SlotState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** The readers of one terminal factory, with their states when it last waited. */
final class Terminals extends CardTerminals {
    private final CardService service;
    private final int context;
    private Optional<Map<String, SlotState>> seen = Optional.empty();
    private Map<String, SlotState> before = Map.of();

    Terminals(CardService service, int context) {
        this.service = service;
        this.context = context;
    }

    @Override
    public synchronized List<CardTerminal> list(State state) throws CardException {
        try {
            var listed = new ArrayList<CardTerminal>();
            for (var terminal : service.list(context)) {
                if (isIn(terminal, state)) {
                    listed.add(terminal);
                }
            }
            return List.copyOf(listed);
        } catch (ScardException e) {
            throw new CardException("list() failed", e);
        }
    }

    private boolean isIn(Terminal terminal, State state) throws CardException {
        return switch (state) {
            case ALL -> true;
            case CARD_PRESENT -> terminal.isCardPresent();
            case CARD_ABSENT -> !terminal.isCardPresent();
            // Before the first wait these mean the present state.
            case CARD_INSERTION -> seen.isEmpty() ? terminal.isCardPresent() : moved(terminal, true);
            case CARD_REMOVAL -> seen.isEmpty() ? !terminal.isCardPresent() : moved(terminal, false);
        };
    }

    private boolean moved(Terminal terminal, boolean in) {
        var now = seen.orElseThrow().get(terminal.getName());
        var earlier = before.getOrDefault(terminal.getName(), SlotState.UNAWARE);
        return now != null && now.isPresent() == in && earlier.isPresent() != in;
    }

    @Override
    public synchronized boolean waitForChange(long timeout) throws CardException {
        if (timeout < 0) {
            throw new IllegalArgumentException("Timeout must not be negative: " + timeout);
        }
        if (seen.isEmpty()) {
            seen = Optional.of(Map.of());
            waitForChange(0); // ends at once: no reader is known yet
        }
        try {
            var known = new LinkedHashMap<String, SlotState>();
            for (var terminal : service.list(context)) {
                var name = terminal.getName();
                known.put(name, seen.orElseThrow().getOrDefault(name, SlotState.UNAWARE));
            }
            var now = service.await(context, timeout, known);
            before = known;
            seen = Optional.of(now);
            return true;
        } catch (ScardException e) {
            if (e.is(ScardException.TIMEOUT)) {
                return false;
            }
            throw new CardException("waitForChange() failed", e);
        }
    }
}
