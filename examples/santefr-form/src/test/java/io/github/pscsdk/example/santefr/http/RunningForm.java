package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.dossier.DossierStore;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.StoredDossier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A form with three callers, told by their tokens. */
final class RunningForm implements AutoCloseable {
    static final String PHARMACIST = "token-of-the-pharmacist";
    static final String SALARIED = "token-of-a-salaried-doctor";
    static final String OTHER = "token-of-another-pharmacist";
    /** Of the first pharmacist, by the identifier that they have now. */
    static final String RENAMED = "token-of-the-pharmacist-renamed";

    static final String BROKEN = "token-that-breaks-the-authorization-server";
    static final byte[] FLAWLESS = SampleDeclaration.flawless().bytes();
    /** Received with a warning and a normalisation. */
    static final byte[] MESSY = SampleDeclaration.flawless()
            .withText("/offers/0/phone", "03 45 81 04 21")
            .withText("/place/siren", "123456789")
            .bytes();

    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private static final Map<String, Caller> CALLERS = Map.of(
            PHARMACIST, new Caller("899999100011", SampleCallers.pharmacist().practices()),
            SALARIED,
                    new Caller(
                            "899999100201",
                            SampleCallers.practising("10", "C", "SM54", "S", "SA01")
                                    .practices()),
            OTHER, new Caller("02a9999999", SampleCallers.pharmacist().practices()),
            RENAMED,
                    new Caller(
                            "899999100029",
                            Set.of("899999100011", "899999100029"),
                            SampleCallers.pharmacist().practices()));

    private final Path database;
    private final FormServer server;
    private final FormClient client;

    RunningForm(Path database) {
        this.database = database;
        server = FormServer.start(
                FormConfiguration.of(database, RunningForm::identify).withClock(Clock.fixed(NOON, ZoneOffset.UTC)));
        client = new FormClient(server.address());
    }

    /** What is kept, read beside the running form. */
    StoredDossier kept(String number) {
        try (var store = DossierStore.open(database)) {
            return store.find(number, CALLERS.get(PHARMACIST).key()).orElseThrow();
        }
    }

    /** Writes a new version of it, as its pages would. */
    void write(String number, Declaration content) throws Exception {
        try (var store = DossierStore.open(database)) {
            var dossiers = new Dossiers(store, Clock.fixed(NOON, ZoneOffset.UTC));
            dossiers.edit(kept(number), content, CALLERS.get(PHARMACIST));
        }
    }

    FormClient client() {
        return client;
    }

    FormServer server() {
        return server;
    }

    static List<String> tokens() {
        return List.of(PHARMACIST, SALARIED, OTHER, BROKEN);
    }

    @Override
    public void close() {
        server.close();
    }

    private static Optional<Caller> identify(String token) throws IOException {
        if (token.equals(BROKEN)) {
            throw new IOException("introspection answered 503");
        }
        return Optional.ofNullable(CALLERS.get(token));
    }
}
