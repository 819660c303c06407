package example.badge;

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;

class BadgeAuthenticatorTest implements AuthenticatorContract {
    @Override
    public Authenticator authenticator() {
        return new BadgeAuthenticator();
    }
}
