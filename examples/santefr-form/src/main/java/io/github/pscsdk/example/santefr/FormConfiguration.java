package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The configuration of a form. Immutable; grows by with-methods.
 *
 * @param database the database file without its suffix; it is created where it is missing, and so is its folder
 * @param callers who presents an API token, such as {@link IntrospectionClient}
 * @param port 0 picks a free one
 * @param clock stamps receipts, and ends the sessions of browsers
 * @param psc lets professionals log in on the form's pages; without it the form is an API alone
 * @param guideAddresses shown in the login guide, which the published guide does not give
 * @param loginLimit how many logins an address may begin; empty for {@link LoginLimit#usual}
 */
public record FormConfiguration(
        Path database,
        CallerIdentification callers,
        int port,
        Clock clock,
        Optional<PscRegistration> psc,
        GuideAddresses guideAddresses,
        Optional<LoginLimit> loginLimit) {
    /** A form on a free port of the loopback address, with the system's clock. */
    public static FormConfiguration of(Path database, CallerIdentification callers) {
        return new FormConfiguration(
                database, callers, 0, Clock.systemUTC(), Optional.empty(), GuideAddresses.none(), Optional.empty());
    }

    public FormConfiguration withPort(int number) {
        return new FormConfiguration(database, callers, number, clock, psc, guideAddresses, loginLimit);
    }

    public FormConfiguration withClock(Clock other) {
        return new FormConfiguration(database, callers, port, other, psc, guideAddresses, loginLimit);
    }

    public FormConfiguration withPsc(PscRegistration other) {
        return new FormConfiguration(database, callers, port, clock, Optional.of(other), guideAddresses, loginLimit);
    }

    public FormConfiguration withGuideAddresses(GuideAddresses addresses) {
        return new FormConfiguration(database, callers, port, clock, psc, addresses, loginLimit);
    }

    public FormConfiguration withLoginLimit(LoginLimit limit) {
        return new FormConfiguration(database, callers, port, clock, psc, guideAddresses, Optional.of(limit));
    }
}
