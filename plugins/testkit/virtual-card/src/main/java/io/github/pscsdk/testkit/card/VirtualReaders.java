package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.internal.reader.CardService;
import io.github.pscsdk.testkit.card.internal.reader.ReadersProvider;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/**
 * Smart card readers that exist in this JVM alone, behind {@code javax.smartcardio}: no daemon, no root, and what vpcd cannot do,
 * plugging and unplugging readers. They answer as the JDK's provider for PC/SC was seen to on Linux (pcsc-on-linux, section 5),
 * with the same exceptions, whose causes have the same messages, for example {@code SCARD_E_NO_READERS_AVAILABLE}.
 *
 * <p>Code under test gets them as {@link #terminals()} or {@link #factory()}, or by name once they are {@linkplain
 * #install() installed}: {@code TerminalFactory.getInstance(VirtualReaders.TYPE, null)}, or with the system property {@code
 * javax.smartcardio.TerminalFactory.DefaultType} set to that type before the JVM's first use of a default factory.
 *
 * <p>One difference: the JDK knows one context for each JVM, for ever dead after a restart of the service; here old factories
 * stay dead and new ones work, as after a reset of that context.
 *
 * <p>Safe for any thread.
 */
public final class VirtualReaders implements AutoCloseable {
    /** The type of the terminal factory, and the name of its provider. */
    public static final String TYPE = "VirtualPCSC";

    private final CardService service = new CardService();
    private final Provider provider = new ReadersProvider(TYPE, service);

    /** Starts the service with these readers plugged in; none is fine too. */
    public static VirtualReaders named(String... readers) {
        var made = new VirtualReaders();
        for (var name : readers) {
            made.plug(name);
        }
        return made;
    }

    private VirtualReaders() {}

    /**
     * Plugs a reader in.
     *
     * @throws IllegalStateException if one of that name is plugged in
     */
    public VirtualReader plug(String name) {
        service.plug(name);
        return reader(name);
    }

    /** The reader of that name, plugged in or not yet. */
    public VirtualReader reader(String name) {
        return new VirtualReader(service, name);
    }

    /** Stops the service: every call fails with {@code SCARD_E_NO_SERVICE}, a waiting one with {@code SCARD_F_COMM_ERROR}. */
    public void stopService() {
        service.stop();
    }

    /** Starts it again, with readers and cards as they were. Whatever was obtained before stays dead. */
    public void startService() {
        service.start();
    }

    /**
     * A new factory.
     *
     * @throws NoSuchAlgorithmException caused by {@code SCARD_E_NO_SERVICE} while the service is stopped
     */
    public TerminalFactory factory() throws NoSuchAlgorithmException {
        return TerminalFactory.getInstance(TYPE, null, provider);
    }

    /**
     * The readers through a new factory.
     *
     * @throws IllegalStateException while the service is stopped
     */
    public CardTerminals terminals() {
        try {
            return factory().terminals();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the service does not run", e);
        }
    }

    /**
     * Makes them known to the whole JVM, until {@link #close()}.
     *
     * @throws IllegalStateException if others are installed
     */
    public VirtualReaders install() {
        if (Security.addProvider(provider) < 0) {
            throw new IllegalStateException("other virtual readers are installed");
        }
        return this;
    }

    /** Stops the service, and takes the provider away if it was installed. */
    @Override
    public void close() {
        service.stop();
        if (Security.getProvider(TYPE) == provider) {
            Security.removeProvider(TYPE);
        }
    }
}
