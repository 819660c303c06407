package io.github.pscsdk.testkit.card;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.card.internal.chip.CardCodes;
import io.github.pscsdk.testkit.card.internal.chip.CardFiles;
import io.github.pscsdk.testkit.card.internal.chip.Chip;
import io.github.pscsdk.testkit.card.internal.chip.Chip.Deviation;
import io.github.pscsdk.testkit.card.internal.chip.Generation;
import io.github.pscsdk.testkit.card.internal.crypto.CardKey;
import io.github.pscsdk.testkit.card.internal.crypto.PersonName;
import io.github.pscsdk.testkit.card.internal.crypto.PersonsHierarchy;
import io.github.pscsdk.testkit.card.internal.crypto.Validity;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.model.Persona;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Builds a {@link VirtualCard}. For one thread. */
public final class VirtualCardBuilder {
    private final Generation generation;
    private final NationalId holder;
    private PersonName.Layout layout;
    private boolean isTest = true;
    private String serial =
            String.format(Locale.ROOT, "%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    private int triesLeft = CardCodes.TRIES;
    private boolean isUnlockable = true;
    /** In the second of the card's three years (cps-card, section 1). */
    private Validity validity = Validity.aroundNow(365, 730);

    private boolean hidesHolder;
    private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);

    VirtualCardBuilder(Generation generation, NationalId holder, PersonName.Layout layout) {
        this.generation = generation;
        this.holder = holder;
        this.layout = layout;
    }

    /** Gives the certificates names in the layout of the former IGC-CPS (cps-card, section 8). */
    public VirtualCardBuilder olderNames() {
        layout = PersonName.Layout.OLDER;
        return this;
    }

    /** Sets category 00 and a fictitious hierarchy of production, which no simulator trusts. The default is 80. */
    public VirtualCardBuilder likeProduction() {
        isTest = false;
        return this;
    }

    /** Sets the eight digits of the card number; the default is random. */
    public VirtualCardBuilder serial(String digits) {
        if (!digits.matches("[0-9]{8}")) {
            throw new IllegalArgumentException("needs 8 digits");
        }
        serial = digits;
        return this;
    }

    /** Sets how many wrong codes block the card, 0 (blocked) to 3 (new). */
    public VirtualCardBuilder triesLeft(int left) {
        if (left < 0 || left > CardCodes.TRIES) {
            throw new IllegalArgumentException("a card has 0 to 3 tries");
        }
        triesLeft = left;
        return this;
    }

    /** Sets no tries and no unlockings: the holder needs a new card. */
    public VirtualCardBuilder blockedForGood() {
        isUnlockable = false;
        return triesLeft(0);
    }

    /** Sets when the certificates are valid; the default is three years that began a year ago. */
    public VirtualCardBuilder valid(Instant from, Instant until) {
        validity = new Validity(from, until);
        return this;
    }

    /** Makes the certificates readable only after the code porteur, so that the holder is unknown before. */
    public VirtualCardBuilder hidingHolder() {
        hidesHolder = true;
        return this;
    }

    /** Refuses MANAGE CHANNEL on a CPS4; real cards are not known (cps-card, section 11). The default accepts it. */
    public VirtualCardBuilder refusingManageChannel() {
        deviations.add(Deviation.NO_CHANNELS);
        return this;
    }

    /** Lets a CPS4 answer on the basic channel, too, unlike the default. The behaviour of real cards is not known. */
    public VirtualCardBuilder answeringOnBasicChannel() {
        deviations.add(Deviation.BASIC_IS_ENOUGH);
        return this;
    }

    /** Makes a new card without power. */
    public VirtualCard build() {
        var identifier = layout == PersonName.Layout.CARD_ALONE ? serial : holder.value();
        var person = Personas.of(holder);
        var familyName = person.map(Persona::familyName).orElse("FICTIF");
        var givenNames = person.map(Persona::givenNames).orElse(List.of("PRENOM"));
        var keys = CardKey.Pair.of(
                isTest ? PersonsHierarchy.test() : PersonsHierarchy.likeProduction(),
                new PersonName(identifier, familyName, givenNames, layout),
                validity);
        var codes = new CardCodes(VirtualCard.CODE, triesLeft, isUnlockable);
        var files = new CardFiles(generation, serial, keys, hidesHolder);
        var chip = new Chip(generation, files, codes, keys, Set.copyOf(deviations));
        return new VirtualCard(generation, chip, codes);
    }
}
