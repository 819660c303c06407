package io.github.pscsdk.command.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import java.util.List;
import java.util.Map;

/** The output of {@code psc login --json}: one line for the login, then one for each change of its session. */
public final class LoginWriter {
    private record LoginLine(String state, String expiresAt, Person professional) {}

    private record Person(String nationalId, String familyName, List<String> givenNames, List<Exercise> practices) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Exercise(String profession, String expertise, List<Place> workplaces) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Place(String name, String finess, String siret, String sector, String mode) {}

    private LoginWriter() {}

    public static String login(AuthenticationSession session) {
        return Json.writeLine(
                new LoginLine(session.state().name(), session.expiresAt().toString(), person(session.professional())));
    }

    public static String state(State state) {
        return Json.writeLine(Map.of("state", state.name()));
    }

    private static Person person(Professional professional) {
        return new Person(
                professional.nationalId().value(),
                professional.familyName(),
                professional.givenNames(),
                professional.practices().stream().map(LoginWriter::exercise).toList());
    }

    private static Exercise exercise(Practice practice) {
        return new Exercise(
                practice.profession().code(),
                practice.expertise().map(CodedValue::code).orElse(""),
                practice.workplaces().stream().map(LoginWriter::place).toList());
    }

    private static Place place(Workplace workplace) {
        var structure = workplace.structure();
        return new Place(
                structure.tradeName().or(structure::legalName).orElse(""),
                structure.finess().orElse(""),
                structure.siret().orElse(""),
                workplace.sector().map(CodedValue::code).orElse(""),
                workplace.mode().map(CodedValue::code).orElse(""));
    }
}
