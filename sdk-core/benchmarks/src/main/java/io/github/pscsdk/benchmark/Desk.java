package io.github.pscsdk.benchmark;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.PcscDaemon;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;

/** A virtual CPS3 and a reader for it. One at a time: the plug-in takes its readers from the JVM. */
final class Desk implements AutoCloseable {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";
    private static final String PCSC = "PC/SC";
    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte GET_RESPONSE = (byte) 0xC0;

    private final List<byte[]> exchanges = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> opened = new ArrayDeque<>();
    private final String type;
    private final CardInHand hand;

    private Desk(String type) {
        this.type = type;
        System.setProperty(TERMINALS, type);
        var card = VirtualCard.cps3(Personas.PHARMACIST).build().onEach((chip, command) -> {
            exchanges.add(command);
            return chip.transmit(command);
        });
        if (type.equals(PCSC)) {
            opened.push(PcscDaemon.start()::close);
            hand = CardInHand.inVpcd(0, card);
        } else {
            var readers = VirtualReaders.named("Desk").install();
            opened.push(readers::close);
            hand = CardInHand.at(readers, "Desk", card);
        }
        opened.push(hand::remove);
    }

    static Desk ofVirtualReaders() {
        return new Desk(VirtualReaders.TYPE);
    }

    static Desk ofPcscd() {
        return new Desk(PCSC);
    }

    /**
     * Whether {@link #ofPcscd} can be, which is so once in a JVM: the JDK keeps its first connection to the service.
     */
    static boolean hasPcscd() {
        return PcscDaemon.missing().isEmpty();
    }

    void insert() throws CardException {
        if (!hand.insert() || !hand.terminal().waitForCardPresent(PATIENCE_MILLIS)) {
            throw new IllegalStateException("the reader does not see the card");
        }
    }

    void remove() throws CardException {
        hand.remove();
        if (!hand.terminal().waitForCardAbsent(PATIENCE_MILLIS)) {
            throw new IllegalStateException("the reader still sees the card");
        }
    }

    /** The commands that the card has had so far, without GET RESPONSE, which the JDK adds by itself. */
    List<CommandAPDU> commands() {
        return exchanges.stream()
                .filter(command -> command[1] != GET_RESPONSE)
                .map(CommandAPDU::new)
                .toList();
    }

    int exchanges() {
        return exchanges.size();
    }

    /** Sends commands in a bare loop that looks at no answer. */
    void send(List<CommandAPDU> commands) throws CardException {
        var connected = hand.terminal().connect("*");
        var channel = connected.getBasicChannel();
        for (var command : commands) {
            channel.transmit(command);
        }
        connected.disconnect(true);
    }

    /**
     * The result of {@code work}, done at once after the next change at the readers. It waits for that when this
     * returns.
     */
    <T> FutureTask<T> afterChange(Callable<T> work) throws Exception {
        var terminals = TerminalFactory.getInstance(type, null).terminals();
        terminals.waitForChange(1);
        var listens = new CountDownLatch(1);
        var event = new FutureTask<>(() -> {
            listens.countDown();
            terminals.waitForChange(PATIENCE_MILLIS);
            return work.call();
        });
        var thread = new Thread(event, "benchmark-watch");
        thread.setDaemon(true);
        thread.start();
        listens.await();
        return event;
    }

    @Override
    public void close() {
        opened.forEach(Runnable::run);
        System.clearProperty(TERMINALS);
    }
}
