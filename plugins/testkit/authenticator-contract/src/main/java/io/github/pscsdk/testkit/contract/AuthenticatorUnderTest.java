package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The description of an authenticator by its author, for its contract. {@link #authenticator} is enough without a
 * device; with one, the others say how it is simulated. Implement {@link AuthenticatorContract}, which has all of it.
 */
public interface AuthenticatorUnderTest {
    /** An invented person: no real RPPS number begins with 999991. */
    NationalId FICTITIOUS_PHARMACIST = new NationalId("899999100011");

    /** How long a test waits where the contract sets no limit of its own; a busy build machine is slow. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** A new authenticator whose device, if it has one, answers at once. */
    Authenticator authenticator();

    /** A new authenticator whose device never answers; without a device the server half is silent instead. */
    default Authenticator silentDevice() {
        return authenticator();
    }

    /** A new authenticator whose device or driver fails. The default is one whose device does not. */
    default Authenticator failingDevice() {
        return authenticator();
    }

    /** Puts somebody else's device in place of that of the authenticator made last; says whose, by default nobody's. */
    default Optional<NationalId> nextPerson() {
        return Optional.empty();
    }

    /** A request that the authenticator can serve. The default names the fictitious pharmacist. */
    default AuthenticationRequest request() {
        return AuthenticationRequest.ofAnybody().withNationalId(FICTITIOUS_PHARMACIST);
    }

    /** The services with which the authenticator is started; by default those of its settings and nothing else. */
    default AuthenticatorServices services(AuthenticatorDescriptor descriptor) {
        return TestServices.of(descriptor);
    }

    /** How the person answers. By default nobody answers. */
    default LoginDialog dialog() {
        return new LoginDialog() {};
    }

    /** How long a test waits where the contract sets no limit of its own. The default is {@link #PATIENCE}. */
    default Duration patience() {
        return PATIENCE;
    }

    /** The persons whom the device of {@link #authenticator}, or {@link #dialog}, names. The default is none. */
    default Set<NationalId> deviceIdentities() {
        return Set.of();
    }

    /** Problems that the tests do not run into; all constants of the enums of those met are added. None by default. */
    default Set<Problem> problems() {
        return Set.of();
    }

    /**
     * The changes of the authenticator to the whole process, as {@code psc plugin verify} names them, such as {@code
     * new system property sun.security.smartcardio.library}: only where the library of a device can be told in no other
     * way. The default is none.
     */
    default Set<String> changesOfProcess() {
        return Set.of();
    }

    /**
     * Whether another program could use the device of the authenticator that was made last. Called before it is used,
     * and on the login's thread while the server half is asked. The default is true, as for an authenticator without a
     * device.
     */
    default boolean deviceIsReleased() {
        return true;
    }
}
