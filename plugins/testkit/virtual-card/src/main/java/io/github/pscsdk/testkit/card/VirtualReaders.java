package io.github.pscsdk.testkit.card;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/**
 * Smart card readers in memory, behind {@code javax.smartcardio}, that behave as the JDK's provider for PC/SC on Linux
 * (pcsc-on-linux, section 5), with the same exceptions and messages, for example {@code SCARD_E_NO_READERS_AVAILABLE}.
 *
 * <p>Code under test gets them as {@link #terminals()}, or by name once they are {@linkplain #install() installed}:
 * {@code TerminalFactory.getInstance(VirtualReaders.TYPE, null)}, or with the system property {@code
 * javax.smartcardio.TerminalFactory.DefaultType} set to that type.
 *
 * <p>One difference: after a restart of the service new factories work. Safe for any thread.
 */
public final class VirtualReaders implements AutoCloseable {
    /** The type of the terminal factory, and the name of its provider. */
    public static final String TYPE = "VirtualPCSC";

    private final CardService service = new CardService();
    private final Provider provider = new ReadersProvider(TYPE, service);

    /** Starts the service with these readers; there may be none. */
    public static VirtualReaders named(String... readers) {
        var made = new VirtualReaders();
        for (var name : readers) {
            made.plug(name);
        }
        return made;
    }

    private VirtualReaders() {}

    /** Plugs a reader in; throws {@link IllegalStateException} if one of that name is. */
    public VirtualReader plug(String name) {
        service.plug(name);
        return reader(name);
    }

    /** The reader of that name, plugged in or not yet. */
    public VirtualReader reader(String name) {
        return new VirtualReader(service, name);
    }

    /**
     * Stops the service: every call fails with {@code SCARD_E_NO_SERVICE}, a waiting one with {@code
     * SCARD_F_COMM_ERROR}.
     */
    public void stopService() {
        service.stop();
    }

    /** Starts the service again, with the same readers and cards. Objects from before do not work again. */
    public void startService() {
        service.start();
    }

    /** The readers, from a new factory; throws {@link IllegalStateException} while the service is stopped. */
    public CardTerminals terminals() {
        try {
            return TerminalFactory.getInstance(TYPE, null, provider).terminals();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the service does not run", e);
        }
    }

    /** Installs the readers for the whole JVM, until {@link #close()}; throws if others are installed. */
    public VirtualReaders install() {
        if (Security.addProvider(provider) < 0) {
            throw new IllegalStateException("other virtual readers are installed");
        }
        return this;
    }

    /** Stops the service, and removes the provider if it was installed. */
    @Override
    public void close() {
        service.stop();
        if (Security.getProvider(TYPE) == provider) {
            Security.removeProvider(TYPE);
        }
    }
}
