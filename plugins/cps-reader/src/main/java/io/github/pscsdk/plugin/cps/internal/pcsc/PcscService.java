package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/**
 * The PC/SC service of this workstation, as the JDK shows it. Never through {@code TerminalFactory.getDefault()}, which
 * decides at its first call, for the life of the JVM, that there is none. Safe for any thread: a card is talked to by
 * one at a time.
 */
public final class PcscService {
    /** The JDK's own property, by which another kind of terminals can be put in the place of PC/SC. */
    private static final String TYPE = "javax.smartcardio.TerminalFactory.DefaultType";

    private static final String PCSC = "PC/SC";

    /** Where the JDK looks for the PC/SC library; it reads this once. */
    private static final String LIBRARY = "sun.security.smartcardio.library";

    private static final List<Path> DEBIAN_LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/libpcsclite.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/libpcsclite.so.1"));

    /** Something done with the terminals of the moment. */
    @FunctionalInterface
    interface Use<T> {
        T with(CardTerminals terminals) throws CardException;
    }

    /** How the JDK is made to begin anew after the service was lost. */
    @FunctionalInterface
    interface Revival {
        void forgetContext() throws ReflectiveOperationException;
    }

    private final Revival revival;
    /** How often the service was lost: whoever remembers readers or cards from before must look again. */
    private final AtomicInteger losses = new AtomicInteger();

    /**
     * Two threads of a JVM that connect to one card share the JDK's connection, and the first to leave takes it away.
     * By the reader: one that hangs keeps nobody from the others.
     */
    private final Map<String, ReentrantLock> oneAtATime = new ConcurrentHashMap<>();

    /** Make one for a process. */
    public PcscService() {
        // Terminals that are not PC/SC have no context that outlives the service.
        this(() -> {
            if (type().equals(PCSC)) {
                PcscContext.forget();
            }
        });
    }

    PcscService(Revival revival) {
        this.revival = revival;
    }

    /** The readers now plugged in, perhaps none. Ask again after a restart of the service. */
    public List<Reader> readers() throws PcscUnavailableException {
        return this.<List<CardTerminal>>use(List.of(), CardTerminals::list).stream()
                .map(terminal -> new Reader(
                        terminal, oneAtATime.computeIfAbsent(terminal.getName(), name -> new ReentrantLock())))
                .toList();
    }

    public Changes changes() {
        return new Changes();
    }

    /** Terminals with a memory of their own of what changed. */
    CardTerminals open() throws PcscUnavailableException {
        locateLibrary();
        try {
            return TerminalFactory.getInstance(type(), null).terminals();
        } catch (NoSuchAlgorithmException e) {
            var denied = PcscError.of(e) == PcscError.DENIED;
            throw new PcscUnavailableException(
                    denied ? CardProblem.PCSC_ACCESS_DENIED : CardProblem.NO_PCSC_SERVICE, e);
        }
    }

    /** On Linux most JDKs look for a file of the developers' package; they are told Debian's own place. */
    private static void locateLibrary() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("linux") && System.getProperty(LIBRARY) == null) {
            DEBIAN_LIBRARIES.stream()
                    .filter(Files::exists)
                    .findFirst()
                    .ifPresent(library -> System.setProperty(LIBRARY, library.toString()));
        }
    }

    /** Uses the terminals, again where the service was restarted; {@code ifNone} where there is no reader. */
    <T> T use(T ifNone, Use<T> use) throws PcscUnavailableException {
        var isSecond = false;
        while (true) {
            try {
                return use.with(open());
            } catch (CardException e) {
                var error = PcscError.of(e);
                if (error == PcscError.NO_READERS) {
                    return ifNone;
                }
                if (error != PcscError.SERVICE_GONE || isSecond) {
                    throw new PcscUnavailableException(CardProblem.NO_PCSC_SERVICE, e);
                }
                forget(e);
                isSecond = true;
            }
        }
    }

    private void forget(CardException lost) throws PcscUnavailableException {
        losses.incrementAndGet();
        try {
            revival.forgetContext();
        } catch (ReflectiveOperationException | RuntimeException e) {
            lost.addSuppressed(e);
            throw new PcscUnavailableException(CardProblem.RESTART_NEEDED, lost);
        }
    }

    private static String type() {
        return System.getProperty(TYPE, PCSC);
    }

    /**
     * Notices what changes at the readers; for one thread. PC/SC's own wait is right about cards, but sees only the
     * readers that it knew when it began, and throws where there is none: so what is plugged in is compared as well.
     */
    public final class Changes {
        private Optional<CardTerminals> terminals = Optional.empty();
        private Map<String, Boolean> before = Map.of();
        private int knownLosses;

        private Changes() {}

        /** Whether something changed since the last call or the service was lost; true at the first call. */
        public boolean await(Duration slice) throws PcscUnavailableException, InterruptedException {
            if (terminals.isEmpty()) {
                begin();
                return true;
            }
            var changed = waited(terminals.get(), slice);
            var now = snapshot();
            changed |= !now.equals(before);
            before = now;
            if (knownLosses != losses.get()) {
                terminals = Optional.empty();
            }
            return changed || terminals.isEmpty();
        }

        private void begin() throws PcscUnavailableException {
            before = snapshot();
            knownLosses = losses.get();
            var fresh = open();
            try {
                // The first wait only notes the present state; 0 would mean for ever.
                fresh.waitForChange(1);
            } catch (CardException | IllegalStateException e) {
                // No reader, or one that was just lost: the next snapshot tells.
            }
            terminals = Optional.of(fresh);
        }

        private boolean waited(CardTerminals known, Duration slice) throws InterruptedException {
            try {
                return known.waitForChange(slice.toMillis());
            } catch (CardException | IllegalStateException e) {
                if (PcscError.of(e) != PcscError.NO_READERS) {
                    terminals = Optional.empty();
                }
                DriverThread.pause(slice);
                return false;
            }
        }

        private Map<String, Boolean> snapshot() throws PcscUnavailableException {
            return use(Map.of(), present -> {
                var cards = new TreeMap<String, Boolean>();
                for (var terminal : present.list()) {
                    cards.put(terminal.getName(), Reader.hasCard(terminal));
                }
                return cards;
            });
        }
    }
}
