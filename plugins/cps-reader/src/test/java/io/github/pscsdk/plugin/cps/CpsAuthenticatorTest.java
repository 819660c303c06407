package io.github.pscsdk.plugin.cps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.contract.TestServices;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every authenticator promises. */
class CpsAuthenticatorTest implements AuthenticatorContract {
    private VirtualReaders readers;

    @BeforeEach
    void there_is_a_reader() {
        readers = VirtualReaders.named("Reader").install();
        insert(Personas.PHARMACIST);
    }

    @AfterEach
    void no_reader_is_left() {
        readers.close();
    }

    private void insert(NationalId holder) {
        readers.startService();
        readers.reader("Reader").remove();
        readers.reader("Reader").insert(VirtualCard.cps3(holder).build());
    }

    @Override
    public Authenticator authenticator() {
        insert(Personas.PHARMACIST);
        return new CpsAuthenticator();
    }

    @Override
    public Authenticator silentDevice() {
        readers.startService();
        readers.reader("Reader").remove();
        return new CpsAuthenticator();
    }

    @Override
    public Authenticator failingDevice() {
        readers.stopService();
        return new CpsAuthenticator();
    }

    /** The provider is of the virtual reader; the JDK reads the property alone to find the library of the real one. */
    @Override
    public Set<String> changesOfProcess() {
        return Set.of("new system property sun.security.smartcardio.library", "security provider VirtualPCSC");
    }

    @Override
    public Set<NationalId> deviceIdentities() {
        return Set.of(Personas.PHARMACIST);
    }

    @Override
    public Optional<NationalId> nextPerson() {
        insert(AtReaders.DOCTOR);
        return Optional.of(AtReaders.DOCTOR);
    }

    @Override
    public Set<Problem> problems() {
        return Set.of(CardProblem.values());
    }

    @Test
    void takes_the_way_in_that_is_set() throws Exception {
        assertEquals(List.of(Optional.empty()), asked(new CpsAuthenticator()));
    }

    private static List<Optional<BackchannelRequest>> asked(CpsAuthenticator authenticator) throws Exception {
        authenticator.start(TestServices.of(authenticator.descriptor()).with("wayIn", "browser"));
        var context = TestContext.answering();
        authenticator.authenticate(AuthenticationRequest.ofAnybody(), context);
        return context.asked();
    }
}
