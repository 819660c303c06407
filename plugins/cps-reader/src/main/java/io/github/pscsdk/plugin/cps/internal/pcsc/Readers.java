package io.github.pscsdk.plugin.cps.internal.pcsc;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** The readers of this workstation. Safe for any thread: one card is talked to at a time. */
public final class Readers {
    private final PcscService service = new PcscService();

    /** Two threads of a JVM that connect to one card share the JDK's connection, and the first to leave takes it away. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * The readers now plugged in; none is an answer, not a failure. A reader found before the service was restarted is of no use
     * afterwards: ask again rather than keep one.
     */
    public List<Reader> list() throws ReadersException {
        return service.<List<CardTerminal>>use(List.of(), CardTerminals::list).stream()
                .map(terminal -> new Reader(terminal, oneAtATime))
                .toList();
    }

    /** Somebody's view of what changes at the readers. */
    public ReaderChanges changes() {
        return new ReaderChanges(service);
    }
}
