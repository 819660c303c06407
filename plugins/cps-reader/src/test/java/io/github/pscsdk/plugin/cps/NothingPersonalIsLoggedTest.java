package io.github.pscsdk.plugin.cps;

import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** With every log open, no line tells a person, a card or a reader from another, and no finding does. */
class NothingPersonalIsLoggedTest {
    private static final String SERIAL = "24681357";
    private static final String READER_SERIAL = "21121010102014";

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level before;

    @BeforeEach
    void everything_is_logged() {
        before = root.getLevel();
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void as_before() {
        root.detachAppender(log);
        root.setLevel(before);
    }

    @Test
    void neither_by_logins_nor_by_health_checks_that_succeed_or_fail() throws Exception {
        var found = new ArrayList<Diagnostic>();
        var secrets = List.of(
                SERIAL,
                READER_SERIAL,
                Personas.PHARMACIST.value(),
                AtReaders.DOCTOR.value(),
                Personas.of(Personas.PHARMACIST).orElseThrow().familyName(),
                VirtualCard.CODE);

        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).serial(SERIAL).build());
        at.begin(anyone(), TestContext.answering()).grant();
        found.addAll(diagnosis());
        at.readers()
                .plug("Cherry SmartTerminal ST-2xxx [Vendor Interface] (" + READER_SERIAL + ") 02 00")
                .insert(VirtualCard.cps3(AtReaders.DOCTOR)
                        .serial(SERIAL)
                        .triesLeft(0)
                        .build());
        found.addAll(diagnosis());
        at.readers()
                .reader("Cherry SmartTerminal ST-2xxx [Vendor Interface] (" + READER_SERIAL + ") 02 00")
                .unplug();
        at.b().insert(VirtualCard.cps4(AtReaders.DOCTOR).serial(SERIAL).build());
        at.problem(anyone(), TestContext.answering());
        at.problem(anyone().withNationalId(new NationalId("899999100037")), TestContext.answering());
        found.addAll(diagnosis());
        at.a().remove();
        at.b().remove();
        at.a()
                .insert(VirtualCard.cps3(AtReaders.DOCTOR)
                        .serial(SERIAL)
                        .hidingHolder()
                        .build());
        found.addAll(diagnosis());
        at.begin(anyone(), TestContext.answering().withDialog(doctor())).grant();

        var said = found + "\n"
                + log.list.stream()
                        .map(event -> event.getFormattedMessage()
                                + Optional.ofNullable(event.getThrowableProxy())
                                        .map(ThrowableProxyUtil::asString)
                                        .orElse(""))
                        .collect(Collectors.joining("\n"));
        assertTrue(said.contains("in reader Reader A"), "nothing was logged at all");
        assertTrue(said.contains("CARD_BLOCKED"), "nothing was found at all");
        for (var secret : secrets) {
            assertFalse(
                    said.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)),
                    "a log line or a finding holds " + secret);
        }
    }

    /** A virtual card makes its keys when it is first read, which a busy machine may not do in the time of a health check. */
    private List<Diagnostic> diagnosis() throws InterruptedException {
        var findings = at.authenticator().diagnose();
        while (findings.stream().anyMatch(finding -> finding.problem() == CardProblem.READER_SLOW)) {
            findings = at.authenticator().diagnose();
        }
        return findings;
    }

    private static LoginDialog doctor() {
        return new LoginDialog() {
            @Override
            public Optional<NationalIdAnswer> holderOf(String device) {
                return Optional.of(new NationalIdAnswer(AtReaders.DOCTOR, true));
            }
        };
    }
}
