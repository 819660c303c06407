package io.github.pscsdk.plugin.cps;

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.persona.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every authenticator promises. */
class CpsAuthenticatorTest implements AuthenticatorContract {
    private VirtualReaders readers;

    @BeforeEach
    void a_card_is_in_the_reader() {
        readers = VirtualReaders.named("Reader").install();
        readers.reader("Reader").insert(VirtualCard.cps3(Personas.PHARMACIST).build());
    }

    @AfterEach
    void no_reader_is_left() {
        readers.close();
    }

    @Override
    public Authenticator authenticator() {
        return new CpsAuthenticator();
    }

    @Override
    public Authenticator silentDevice() {
        readers.reader("Reader").remove();
        return new CpsAuthenticator();
    }
}
