package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.command.internal.json.LoginWriter;
import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * The professional and each new state of the session, on standard output: a person's data, for that person's terminal.
 */
final class LoginReport {
    private final PrintWriter out;
    private final Texts texts;
    private final boolean json;
    private final ZoneId zone;

    LoginReport(PrintWriter out, Texts texts, boolean json, ZoneId zone) {
        this.out = out;
        this.texts = texts;
        this.json = json;
        this.zone = zone;
    }

    void print(AuthenticationSession session) {
        if (json) {
            out.println(LoginWriter.login(session));
        } else {
            page(session);
        }
        out.flush();
    }

    void print(State state) {
        out.println(json ? LoginWriter.state(state) : texts.get(key(state)));
        out.flush();
    }

    private void page(AuthenticationSession session) {
        var professional = session.professional();
        var identifier = professional.nationalId().value();
        if (professional.hasName()) {
            var name = String.join(" ", professional.givenNames()) + " " + professional.familyName();
            out.println(texts.get("login.who", name.strip(), identifier));
        } else {
            out.println(texts.get("login.who.unnamed", identifier));
        }
        for (var practice : professional.practices()) {
            out.println(practice(practice));
            practice.workplaces().forEach(workplace -> out.println(workplace(workplace)));
        }
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(texts.language().locale())
                .withZone(zone);
        out.println(texts.get("login.until", time.format(session.expiresAt())));
    }

    private String practice(Practice practice) {
        var expertise = practice.expertise().map(code -> " " + code.code()).orElse("");
        return "  " + texts.get("login.practice", practice.profession().code() + expertise);
    }

    private String workplace(Workplace workplace) {
        var structure = workplace.structure();
        var name = structure.tradeName().or(structure::legalName).or(structure::finess);
        var sector = workplace.sector().map(CodedValue::code).orElse("?");
        return "    " + name.map(known -> known + " (" + sector + ")").orElse(sector);
    }

    private static String key(State state) {
        return switch (state) {
            case ACTIVE -> "login.state.active";
            case LOCKED -> "login.state.locked";
            default -> "login.state.ended";
        };
    }
}
