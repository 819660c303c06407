package io.github.pscsdk.testkit.card;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.testkit.card.internal.chip.Chip;
import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec;
import io.github.pscsdk.testkit.card.internal.tls.PersonName;
import io.github.pscsdk.testkit.card.internal.tls.Validity;
import io.github.pscsdk.testkit.persona.Behaviour;
import io.github.pscsdk.testkit.persona.Persona;
import io.github.pscsdk.testkit.persona.Personas;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Builds a {@link VirtualCard}. For one thread. */
public final class VirtualCardBuilder {
    private static final int MOST_TRIES = 3;

    private final CardSpec.Generation generation;
    private final Persona holder;
    private PersonName.Layout layout;
    private String title;
    private boolean test = true;
    private String serial =
            String.format(Locale.ROOT, "%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    private String code = VirtualCard.CODE;
    private String unlockCode = VirtualCard.UNLOCK_CODE;
    private int triesLeft = MOST_TRIES;
    private int unlockings = 5;
    private Validity validity = Validity.ofCard();
    private boolean hidesHolder;
    private boolean opensChannels = true;
    private boolean basicIsEnough;

    VirtualCardBuilder(CardSpec.Generation generation, Persona holder, PersonName.Layout layout) {
        this.generation = generation;
        this.holder = holder;
        this.layout = layout;
        this.title = layout == PersonName.Layout.SERVICE ? "Carte de service santé ou social" : "Pharmacien";
    }

    static Persona persona(NationalId id) {
        return Personas.of(id)
                .orElseGet(() -> new Persona(id, "FICTIF", List.of("PRENOM"), Behaviour.UNKNOWN, "Nobody", "Personne"));
    }

    /** Sets the label of the profession in the certificates. */
    public VirtualCardBuilder title(String label) {
        title = label;
        return this;
    }

    /** Gives the certificates names in the layout of the former IGC-CPS (cps-card, section 8). */
    public VirtualCardBuilder olderNames() {
        layout = PersonName.Layout.OLDER;
        return this;
    }

    /**
     * Sets category 00 and certificates of a hierarchy with the names of production. It is fictitious too: a
     * simulator does not trust it. The default is category 80.
     */
    public VirtualCardBuilder likeProduction() {
        test = false;
        return this;
    }

    /**
     * Sets the card number; the default is random.
     *
     * @param digits eight
     */
    public VirtualCardBuilder serial(String digits) {
        serial = digits(digits, 8);
        return this;
    }

    /**
     * Sets the code porteur; the default is {@link VirtualCard#CODE}.
     *
     * @param digits four
     */
    public VirtualCardBuilder code(String digits) {
        code = digits(digits, 4);
        return this;
    }

    /**
     * Sets the unlock code; the default is {@link VirtualCard#UNLOCK_CODE}.
     *
     * @param digits eight
     */
    public VirtualCardBuilder unlockCode(String digits) {
        unlockCode = digits(digits, 8);
        return this;
    }

    private static String digits(String text, int count) {
        if (!text.matches("[0-9]{" + count + "}")) {
            throw new IllegalArgumentException("needs " + count + " digits");
        }
        return text;
    }

    /**
     * Sets how many wrong codes block the card.
     *
     * @param left 0 (blocked) to 3 (new)
     */
    public VirtualCardBuilder triesLeft(int left) {
        if (left < 0 || left > MOST_TRIES) {
            throw new IllegalArgumentException("a card has 0 to 3 tries");
        }
        triesLeft = left;
        return this;
    }

    /**
     * Sets how often the card can still be unlocked.
     *
     * @param left 0 to 255; the default 5 is invented
     */
    public VirtualCardBuilder unlockings(int left) {
        if (left < 0 || left > 255) {
            throw new IllegalArgumentException("the counter has one byte");
        }
        unlockings = left;
        return this;
    }

    /** Sets no tries and no unlockings: the holder needs a new card. */
    public VirtualCardBuilder blockedForGood() {
        return triesLeft(0).unlockings(0);
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

    /**
     * Refuses MANAGE CHANNEL on a CPS4: only a SELECT of class 01 then opens its logical channel. The default accepts
     * it. What real cards do is not known (cps-card, section 11).
     */
    public VirtualCardBuilder refusingManageChannel() {
        opensChannels = false;
        return this;
    }

    /**
     * Lets a CPS4 answer on the basic channel, class 00, too. The default does not. What real cards do is not known.
     */
    public VirtualCardBuilder answeringOnBasicChannel() {
        basicIsEnough = true;
        return this;
    }

    /** Makes a new card without power. */
    public VirtualCard build() {
        return new VirtualCard(new Chip(new CardSpec(
                generation,
                test,
                name(),
                serial,
                code.getBytes(StandardCharsets.US_ASCII),
                unlockCode.getBytes(StandardCharsets.US_ASCII),
                triesLeft,
                unlockings,
                validity,
                hidesHolder,
                new CardSpec.Channels(opensChannels, basicIsEnough))));
    }

    private PersonName name() {
        var identifier = layout == PersonName.Layout.CARD_ALONE
                ? serial
                : holder.nationalId().value();
        return new PersonName(identifier, holder.familyName(), holder.givenNames(), title, layout);
    }
}
