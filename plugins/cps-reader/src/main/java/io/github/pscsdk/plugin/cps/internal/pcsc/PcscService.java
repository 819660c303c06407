package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/**
 * The PC/SC service as the JDK shows it. Never through {@code TerminalFactory.getDefault()}, which decides at its first call, for the
 * life of the JVM, that there is none.
 */
final class PcscService {
    /** The JDK's own property, by which another kind of terminals can be put in the place of PC/SC. */
    private static final String TYPE = "javax.smartcardio.TerminalFactory.DefaultType";

    private static final String PCSC = "PC/SC";

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
    private final AtomicInteger losses = new AtomicInteger();

    PcscService() {
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

    /** How often the service was lost: whoever remembers readers or cards from before must look again. */
    int losses() {
        return losses.get();
    }

    /** Terminals with a memory of their own of what changed. */
    CardTerminals open() throws ReadersException {
        PcscLibrary.locate();
        try {
            return TerminalFactory.getInstance(type(), null).terminals();
        } catch (NoSuchAlgorithmException e) {
            var denied = PcscError.of(e) == PcscError.DENIED;
            throw new ReadersException(denied ? CardProblem.PCSC_ACCESS_DENIED : CardProblem.NO_PCSC_SERVICE, e);
        }
    }

    /**
     * Uses the terminals, a second time where the service turns out to have been restarted.
     *
     * @return {@code ifNone} where there is no reader: PC/SC throws then
     */
    <T> T use(T ifNone, Use<T> use) throws ReadersException {
        try {
            return use.with(open());
        } catch (CardException e) {
            return switch (PcscError.of(e)) {
                case NO_READERS -> ifNone;
                case SERVICE_GONE -> again(ifNone, use, e);
                default -> throw new ReadersException(CardProblem.NO_PCSC_SERVICE, e);
            };
        }
    }

    private <T> T again(T ifNone, Use<T> use, CardException lost) throws ReadersException {
        forget(lost);
        try {
            return use.with(open());
        } catch (CardException e) {
            if (PcscError.of(e) == PcscError.NO_READERS) {
                return ifNone;
            }
            throw new ReadersException(CardProblem.NO_PCSC_SERVICE, e);
        }
    }

    private void forget(CardException lost) throws ReadersException {
        losses.incrementAndGet();
        try {
            revival.forgetContext();
        } catch (ReflectiveOperationException | RuntimeException e) {
            lost.addSuppressed(e);
            throw new ReadersException(CardProblem.RESTART_NEEDED, lost);
        }
    }

    private static String type() {
        return System.getProperty(TYPE, PCSC);
    }
}
