package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.testkit.persona.Personas;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Our own loggers at TRACE: no line of a login, a logout, an interruption or an import names anybody or holds a secret. */
@Isolated
class WebLeakTest {
    @TempDir
    Path folder;

    private final Logger own = (Logger) LoggerFactory.getLogger("io.github.pscsdk");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        own.setLevel(Level.TRACE);
        log.start();
        own.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        own.detachAppender(log);
        own.setLevel(null);
    }

    @Test
    void no_line_holds_a_handle_a_code_a_token_an_identifier_or_a_name() throws Exception {
        var secrets = new ArrayList<String>();
        try (var lab = WebLab.open(folder)) {
            for (var persona : List.of("899999100011", "899999100045", "899999100128", "899999100169")) {
                var visitor = new Visitor();
                lab.seat(persona);
                visitor.get(lab.page("/login"));
                secrets.add(visitor.cookie(lab.base, "santefr-logins"));
                var page = lab.logIn(visitor);
                secrets.add(visitor.cookie(lab.base, "santefr-session"));
                visitor.post(lab.page("/logout"), Map.of("csrf", "guessed-by-somebody"));
                visitor.follow(visitor.post(lab.page("/logout"), page.fields()));
                visitor.get(lab.page("/callback?code=code-of-somebody&state=state-of-somebody-else"));
            }
            secrets.addAll(lab.simulator.issuedSecrets());
        }
        secrets.addAll(typedWithoutASession());
        secrets.addAll(List.of("guessed-by-somebody", "code-of-somebody", "state-of-somebody-else"));
        for (var persona : Personas.all()) {
            secrets.add(persona.familyName());
            secrets.add(persona.nationalId().value());
        }
        secrets.removeIf(String::isEmpty);

        assertTrue(log.list.size() > 5, "what happens is logged");
        for (var event : List.copyOf(log.list)) {
            var line = event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            secrets.forEach(secret -> assertFalse(line.contains(secret), line));
        }
    }

    /** What is kept of an interrupted form, by what, and the cells of a file that is imported. */
    private List<String> typedWithoutASession() throws Exception {
        try (var lab = WebLab.open(folder.resolve("interrupted"))) {
            var declarant = Declarant.loggedIn(lab);
            var form = declarant.begin("testing");
            var file = "gid;nom;adr_voie;com_cp;com_insee;com_nom\n77;Salle Secrète;Rue;x;21540;Ville Secrète\n";
            declarant.visitor.upload(lab.page("/mine/import"), form.fields(), "file-of-somebody.csv", file);
            lab.clock.advance(Duration.ofMinutes(31));
            declarant.save(form, Map.of("place.complement", "Salle du fond"), "stay");
            var again = lab.logIn(declarant.visitor);
            assertTrue(again.text().contains("Salle du fond"), "what was typed is kept");
            return List.of(
                    "Salle du fond",
                    "Salle Secrète",
                    "Ville Secrète",
                    "file-of-somebody",
                    form.fields().get("csrf"));
        }
    }
}
