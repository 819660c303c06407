package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.spi.Authenticator;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The contract of the card, or of a liar in its place, as a plug-in's author writes it. */
class CardContract implements AuthenticatorContract {
    /** Set by {@link LiarsTest}, since the launcher makes the test itself. */
    static Class<? extends CardAuthenticator> type = CardAuthenticator.class;

    private static final NationalId HOLDER = FICTITIOUS_PHARMACIST;

    private CardDevice device = CardDevice.empty();

    private Authenticator at(CardDevice other) {
        device = other;
        try {
            return type.getConstructor().newInstance().at(device);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Authenticator authenticator() {
        return at(CardDevice.withCardOf(HOLDER));
    }

    @Override
    public Authenticator silentDevice() {
        return at(CardDevice.empty());
    }

    @Override
    public Authenticator failingDevice() {
        return at(CardDevice.broken());
    }

    @Override
    public Optional<NationalId> nextPerson() {
        device.insert(RepeatedLoginContract.FICTITIOUS_DOCTOR);
        return Optional.of(RepeatedLoginContract.FICTITIOUS_DOCTOR);
    }

    @Override
    public boolean deviceIsReleased() {
        return device.isReleased();
    }

    @Override
    public Set<NationalId> deviceIdentities() {
        return Set.of(HOLDER);
    }

    @Override
    public LoginDialog dialog() {
        return new LoginDialog() {
            @Override
            public Optional<String> text(TextQuestion question) {
                return Optional.of("Zoé Exemple");
            }

            @Override
            public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
                return Optional.of("271828".toCharArray());
            }
        };
    }

    /** Long enough for what ends at all; what hangs is waited for that long. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(3);
    }
}
