package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.health.RuntimeModule;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.InvalidParameterException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots of a module, one provider of the JDK each. They are kept: a provider that saw no card has a thread that waits for one, and
 * JDK 17 never ends it. Used under its own lock.
 */
final class ModuleSlots {
    /** How often a provider without a card looks for one, in milliseconds; the JDK's 2000 would be felt. */
    private static final int INSERTION_CHECK_MILLIS = 200;

    private final Path library;
    private final CardGeneration generation;
    private final List<AuthProvider> providers = new ArrayList<>();

    ModuleSlots(Path library, CardGeneration generation) {
        this.library = library;
        this.generation = generation;
    }

    /** The first slot with a token in it. */
    AuthProvider withToken() throws PscException {
        for (var index = 0; isThere(index); index++) {
            if (hasToken(providers.get(index))) {
                return providers.get(index);
            }
        }
        throw new PscException(CardProblem.NO_CARD, "no slot of the PKCS #11 module has a token");
    }

    private static boolean hasToken(Provider provider) {
        return provider.getService("KeyStore", "PKCS11") != null;
    }

    /** Readers come; a slot that was beyond the last may be there at the next proof. */
    private boolean isThere(int index) throws PscException {
        if (index < providers.size()) {
            return true;
        }
        try {
            providers.add((AuthProvider) sunPkcs11().configure(configuration(index)));
            return true;
        } catch (ProviderException | InvalidParameterException e) {
            if (ProofFailures.isBeyondLastSlot(e)) {
                return false;
            }
            throw ProofFailures.ofModule(e);
        }
    }

    private Provider sunPkcs11() throws PscException {
        var provider = Security.getProvider("SunPKCS11");
        if (provider == null) {
            throw new PscException(CardProblem.RUNTIME_MODULE_MISSING, RuntimeModule.CRYPTOKI.moduleName());
        }
        if (!Files.isRegularFile(library)) {
            throw new PscException(CardProblem.NO_MIDDLEWARE, "the PKCS #11 module is not where it is said to be");
        }
        return provider;
    }

    private String configuration(int index) {
        return "--name = " + name(index) + "\nlibrary = \"" + path() + "\"\nslotListIndex = " + index
                + "\ninsertionCheckInterval = " + INSERTION_CHECK_MILLIS + "\n" + generation.moduleOptions();
    }

    /** With slashes on Windows too: in an inline configuration the JDK takes {@code \n} for the end of a line. */
    private String path() {
        return library.toAbsolutePath().toString().replace(File.separatorChar, '/');
    }

    private String name(int index) {
        return "CardProof-" + Integer.toHexString(System.identityHashCode(this)) + "-" + index;
    }
}
