package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.CpsSettings;
import io.github.pscsdk.plugin.cps.internal.health.Middleware;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import javax.security.auth.callback.CallbackHandler;

/**
 * Proves to a host, by TLS client authentication, that the card in the reader holds its authentication key.
 *
 * <p>The code porteur goes from the module's own keypad, or from the caller's {@link CallbackHandler}, straight into the JDK's
 * PKCS #11 provider: no type of this package sees it, and it is asked for once. A wrong code is not tried again, since three block
 * the card.
 *
 * <p>Make one for each process and generation of cards and keep it: a PKCS #11 module is initialised once in a JVM. Safe for
 * several threads; one proof runs at a time, for at most 40 seconds beside the time in which the code is typed.
 */
public final class CardProof {
    private final ModuleSlots slots;
    private final CardGeneration generation;
    private final Clock clock;
    private final Optional<KeyStore> trust;

    private CardProof(ModuleSlots slots, CardGeneration generation, Clock clock, Optional<KeyStore> trust) {
        this.slots = slots;
        this.generation = generation;
        this.clock = clock;
        this.trust = trust;
    }

    /**
     * Through the module of the settings, else that of this machine. Hosts are trusted as the JDK trusts them.
     *
     * @throws PscException {@link CardProblem#NO_MIDDLEWARE} if there is none
     */
    public static CardProof through(CpsSettings settings, CardGeneration generation) throws PscException {
        var module = settings.pkcs11Module()
                .or(Middleware::firstModule)
                .orElseThrow(() -> new PscException(CardProblem.NO_MIDDLEWARE, "no PKCS #11 module in a known place"));
        return new CardProof(new ModuleSlots(module, generation), generation, settings.clock(), Optional.empty());
    }

    /** The same with trust in these authorities instead of the JDK's. */
    public CardProof trusting(KeyStore authorities) {
        return new CardProof(slots, generation, clock, Optional.of(authorities));
    }

    /**
     * Proves the card, the code being asked for by the module: a reader with keys, or a dialog of its own.
     *
     * @param host {@code https}; answers a GET and demands a client certificate
     * @throws PscException with a {@link CardProblem} that says what to do
     */
    public ProvenCard prove(URI host) throws PscException {
        return prove(host, Optional.empty());
    }

    /**
     * Proves the card.
     *
     * @param host {@code https}; answers a GET and demands a client certificate
     * @param code given to the provider as it is; answers a {@code PasswordCallback}, and is not called where the module asks by itself
     * @throws PscException with a {@link CardProblem} that says what to do
     */
    public ProvenCard prove(URI host, CallbackHandler code) throws PscException {
        return prove(host, Optional.of(code));
    }

    private ProvenCard prove(URI host, Optional<CallbackHandler> code) throws PscException {
        var target = ProofHost.of(host);
        synchronized (slots) {
            try (var session = TokenSession.open(slots.withToken(), code)) {
                var pair = session.authenticationPair();
                pair.requireValidAt(clock.instant());
                return new TlsProof(generation, trust).to(target, pair);
            }
        }
    }
}
