package io.github.pscsdk.example.lab.card;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.commandline.internal.LowerCase;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code psc-lab simulate} about a virtual card. */
public final class CardOptions {
    @Option(
            names = "--virtual-card",
            paramLabel = "KIND",
            arity = "0..1",
            fallbackValue = "cps3",
            converter = CardKind.Converter.class,
            description = "Have a virtual CPS at hand for the virtual reader of pcscd (Linux, packages pcscd and "
                    + "vsmartcard-vpcd): cps3 or cps4; cps3 if neither is named. The CPS-Gestion page puts it in and "
                    + "uses it. Implies --interactive.")
    private Optional<CardKind> kind = Optional.empty();

    @Option(
            names = "--card-holder",
            paramLabel = "ID",
            description = "Whose card it is. Default: 899999100011, a pharmacist")
    private Optional<NationalId> holder = Optional.empty();

    @Option(
            names = "--card-slot",
            paramLabel = "SLOT",
            converter = CardSlot.Converter.class,
            description = "The slot of the virtual reader: first or second. Default: first")
    private Optional<CardSlot> slot = Optional.empty();

    /** Whether a card was described that there is not. */
    public boolean areWithoutCard() {
        return kind.isEmpty() && (holder.isPresent() || slot.isPresent());
    }

    public boolean haveCard() {
        return kind.isPresent();
    }

    /**
     * Takes the card in the hand; nothing without {@code --virtual-card}.
     *
     * @throws PscException {@link LabProblem#VIRTUAL_READER_UNAVAILABLE}
     */
    public Optional<SimulatedCard> take() throws PscException {
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(SimulatedCard.take(
                        kind.get(), holder.orElse(Personas.PHARMACIST), slot.orElse(CardSlot.FIRST)));
    }

    /** The slots that vpcd has. */
    public enum CardSlot {
        FIRST,
        SECOND;

        static final class Converter extends LowerCase<CardSlot> {
            Converter() {
                super(CardSlot.values());
            }
        }
    }
}
