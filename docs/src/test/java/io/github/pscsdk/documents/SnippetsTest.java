package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {
    @Test
    void a_failure_is_shown_with_its_remedy() {
        var said = new ArrayList<String>();

        Snippets.explain(new PscException(LoginProblem.REFUSED, "in a test"), (title, steps) -> said.add(title));

        assertEquals(List.of("La connexion a été refusée."), said);
    }
}
