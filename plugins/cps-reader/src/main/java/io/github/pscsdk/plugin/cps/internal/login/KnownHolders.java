package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.NationalId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who said to be the holder of a card that does not say it itself. In memory only, under the card's opaque key; kept once a login with
 * it succeeded. Safe for any thread.
 */
public final class KnownHolders {
    private final Map<String, NationalId> byCard = new ConcurrentHashMap<>();

    Optional<NationalId> of(String card) {
        return Optional.ofNullable(byCard.get(card));
    }

    void remember(String card, NationalId holder) {
        byCard.put(card, holder);
    }
}
