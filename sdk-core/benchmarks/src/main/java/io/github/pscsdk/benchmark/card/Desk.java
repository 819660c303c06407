package io.github.pscsdk.benchmark.card;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.PcscDaemon;
import io.github.pscsdk.testkit.card.RecordedCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.card.VpcdSlot;
import io.github.pscsdk.testkit.persona.Personas;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/** A virtual CPS3 and a reader for it. One at a time: the plug-in takes its readers from the JVM. */
final class Desk implements AutoCloseable {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";
    private static final String PCSC = "PC/SC";
    private static final int PATIENCE_MILLIS = 20_000;

    private final RecordedCard card =
            new RecordedCard(VirtualCard.cps3(Personas.PHARMACIST).build());
    private final Deque<Runnable> opened = new ArrayDeque<>();
    private final String type;
    private final CardInHand hand;

    private Desk(String type) {
        this.type = type;
        System.setProperty(TERMINALS, type);
        hand = type.equals(PCSC) ? onTheRealStack() : inMemory();
        opened.push(hand::remove);
    }

    /** Readers in memory: the plug-in and the JDK's interface, nothing below. */
    static Desk ofVirtualReaders() {
        return new Desk(VirtualReaders.TYPE);
    }

    /** pcscd and vpcd, started for this. */
    static Desk ofPcscd() {
        return new Desk(PCSC);
    }

    /** Whether {@link #ofPcscd} can be, which is so once in a JVM: the JDK keeps its first connection to the service. */
    static boolean hasPcscd() {
        return PcscDaemon.missing().isEmpty();
    }

    private CardInHand inMemory() {
        var readers = VirtualReaders.named("Desk").install();
        opened.push(readers::close);
        return CardInHand.at(readers, "Desk", card);
    }

    private CardInHand onTheRealStack() {
        var daemon = PcscDaemon.start();
        opened.push(daemon::close);
        return CardInHand.at(VpcdSlot.first(), card);
    }

    CardInHand hand() {
        return hand;
    }

    RecordedCard card() {
        return card;
    }

    /** Puts the card in, and returns when every program can see it. */
    void insert() throws CardException {
        if (!hand.insert() || !hand.reader().terminal().waitForCardPresent(PATIENCE_MILLIS)) {
            throw new IllegalStateException("the reader does not see the card");
        }
    }

    /** Pulls the card out, and returns when every program can see that. */
    void remove() throws CardException {
        hand.remove();
        if (!hand.reader().terminal().waitForCardAbsent(PATIENCE_MILLIS)) {
            throw new IllegalStateException("the reader still sees the card");
        }
    }

    /** Terminals that have seen no change yet. */
    CardTerminals terminals() throws NoSuchAlgorithmException {
        return TerminalFactory.getInstance(type, null).terminals();
    }

    @Override
    public void close() {
        opened.forEach(Runnable::run);
        System.clearProperty(TERMINALS);
    }
}
