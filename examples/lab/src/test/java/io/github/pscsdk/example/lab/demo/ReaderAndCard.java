package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.example.lab.card.CardKind;
import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReader;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;

/** A reader in memory in place of those of this machine, and the pharmacist's card beside it. */
final class ReaderAndCard implements AutoCloseable {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";
    private static final String READER = "Desk";

    private final VirtualReaders readers = VirtualReaders.named(READER).install();
    private final CardInHand card =
            CardInHand.at(readers, READER, VirtualCard.cps3(Personas.PHARMACIST).build());

    private ReaderAndCard() {}

    /** From now on, whatever looks for readers in this process finds that one. */
    static ReaderAndCard set() {
        var readerAndCard = new ReaderAndCard();
        System.setProperty(TERMINALS, VirtualReaders.TYPE);
        return readerAndCard;
    }

    /** The reader. */
    VirtualReader reader() {
        return readers.reader(READER);
    }

    /** The card, to be put in and pulled out; it is out at the start. */
    CardInHand card() {
        return card;
    }

    /** The card, for the servers whose CPS-Gestion uses it. */
    SimulatedCard played() {
        return new SimulatedCard(CardKind.CPS3, Personas.PHARMACIST, card);
    }

    @Override
    public void close() {
        readers.close();
        System.clearProperty(TERMINALS);
    }
}
