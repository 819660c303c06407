package io.github.pscsdk.workstation;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.NationalIdQuestion;
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
    final List<NationalIdQuestion> questions = new ArrayList<>();
    final List<URI> opened = new ArrayList<>();

    PscClient client() {
        return Fakes.builder(server)
                .authenticator(reader)
                .authenticator(new FakePhone())
                .browser(opened::add)
                .build();
    }

    /** Keeps the questions; nothing is to be remembered of the answer. */
    LoginDialog answering(Optional<NationalId> answer) {
        return new LoginDialog() {
            @Override
            public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) {
                questions.add(question);
                return answer.map(id -> NationalIdAnswer.of(id));
            }
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
