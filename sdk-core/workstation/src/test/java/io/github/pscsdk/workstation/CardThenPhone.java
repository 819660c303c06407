package io.github.pscsdk.workstation;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workstation with a card reader, a phone and a browser, and what it asked of the person in front of it. */
final class CardThenPhone implements AutoCloseable {
    static final NationalId HOLDER = new NationalId(MockServerHalf.NATIONAL_ID);
    static final LoginRequest REQUEST = LoginRequest.using("card", "phone", "browser");

    final MockServerHalf server = new MockServerHalf();
    final FakeReader reader = new FakeReader(HOLDER);
    final List<Optional<NationalId>> suggested = new ArrayList<>();
    final List<URI> opened = new ArrayList<>();

    PscClient client() {
        return Fakes.builder(server)
                .authenticator(reader)
                .authenticator(new FakePhone())
                .browser(opened::add)
                .build();
    }

    /** Keeps what was suggested. */
    LoginDialog answering(Optional<NationalId> answer) {
        return new LoginDialog() {
            @Override
            public Optional<NationalId> whoLogsIn(Optional<NationalId> holder) {
                suggested.add(holder);
                return answer;
            }
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
