package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {
    private static Scenario read(String text) {
        return Scenario.read(new StringReader(text));
    }

    private static IllegalArgumentException refused(String text) {
        return assertThrows(IllegalArgumentException.class, () -> read(text));
    }

    /** A second step, of which each member has a line: who, what, when are on the lines 7 to 9. */
    private static String step(String who, String what, String when) {
        return """
                version: 1
                title: A title
                steps:
                  - what: rotates-keys
                    when: at-start
                  -
                    who: %s
                    what: %s
                    when: %s
                """.formatted(who, what, when);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anybody      | ends-sessions               | at-start
            anybody      | rotates-keys                | { after: PT5S }
            anybody      | { fault-token: 503 x2 }     | { after-logins: 3 }
            anybody      | { fault-token: 503 }        | { after-logins: 3, after: PT1H }
            anybody      | { logout-asks: false }      | at-start
            anybody      | { resets: logout-asks }     | at-start
            anybody      | { advances-clock: PT4H }    | at-start
            899999100011 | { behaviour: REFUSES }      | at-start
            899999100011 | { resets: behaviour }       | at-start
            """)
    void a_step_says_who_what_and_when(String who, String what, String when) {
        var scenario = read(step(who, what, when));

        assertEquals("A title", scenario.title());
        assertEquals(2, scenario.steps().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 | 123456789012 | ends-sessions             | at-start                | who is anybody, or the national identifier
            8 | 899999100011 | ends-sessions             | at-start                | who can only be anybody
            8 | 899999100011 | { advances-clock: PT1S }  | at-start                | who can only be anybody
            8 | 899999100011 | { drift: NEW_ACR }        | at-start                | there is the dial behaviour alone, not drift
            8 | 899999100011 | { resets: drift }         | at-start                | there is the dial behaviour alone, not drift
            8 | anybody      | ends                      | at-start                | ends is neither a dial nor one of ends-sessions
            8 | anybody      | { volume: 11 }            | at-start                | volume is neither a dial nor
            8 | anybody      | { resets: volume }        | at-start                | volume is neither a dial nor
            8 | anybody      | { behaviour: SINGS }      | at-start                | the dial behaviour has no value SINGS; it has APPROVES, REFUSES
            8 | anybody      | { fault-token: 42 }       | at-start                | the dial fault-token has no value 42
            8 | anybody      | { ends-sessions: true }   | at-start                | ends-sessions has no value
            8 | anybody      | { advances-clock: later } | at-start                | an ISO 8601 duration of up to 366 days such as PT5S, not later
            8 | anybody      | { advances-clock: PT-1S } | at-start                | not PT-1S
            8 | anybody      | { drift: [NEW_ACR] }      | at-start                | here belongs a text
            8 | anybody      | []                        | at-start                | what is one of ends-sessions
            9 | anybody      | ends-sessions             | soon                    | when is at-start, or after-logins and after, one of them or both, not soon
            9 | anybody      | ends-sessions             | {}                      | when is at-start
            9 | anybody      | ends-sessions             | { before: PT5S }        | there is no member before; there are after-logins, after
            9 | anybody      | ends-sessions             | { after-logins: 0 }     | after-logins is a number from 1 to 999999, not 0
            9 | anybody      | ends-sessions             | { after: PT9000H }      | not PT9000H
            9 | anybody      | ends-sessions             | [at-start]              | here belong members: after-logins, after
            """)
    void what_a_step_cannot_say_is_refused_with_step_and_line(
            int line, String who, String what, String when, String why) {
        var refused = refused(step(who, what, when));

        assertTrue(refused.getMessage().startsWith("line " + line + ", step 2: "), refused::getMessage);
        assertTrue(refused.getMessage().contains(why), refused::getMessage);
        assertFalse(refused.getMessage().contains("123456789012"), "an identifier is not repeated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | version: 2                                          | reads version 1 of scenarios, not version 2
            1 | title: T                                            | the member version is missing
            1 | 'version: 1\\nsteps: [{what: rotates-keys, when: at-start}]' | the member title is missing
            1 | 'version: 1\\ntitle: T'                              | the member steps is missing
            3 | 'version: 1\\ntitle: T\\nsteps: []'                  | a list of at least one step
            2 | 'version: 1\\nauthor: T'                             | there is no member author; there are version, title, steps
            2 | 'version: 1\\nversion: 1'                            | the member version is here twice
            1 | '- version: 1'                                      | here belong members: version, title, steps
            2 | 'version: 1\\ntitle: "T'                             | this is not YAML
            3 | 'version: 1\\ntitle: T\\n---\\nversion: 1'           | this is not YAML
            1 | ''                                                  | there is nothing here
            """)
    void what_is_no_scenario_is_refused_with_the_line(int line, String text, String why) {
        var refused = refused(text.replace("\\n", "\n"));

        assertTrue(refused.getMessage().startsWith("line " + line + ": "), refused::getMessage);
        assertTrue(refused.getMessage().contains(why), refused::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what: rotates-keys", "when: at-start"})
    void a_step_without_what_or_when_is_refused(String only) {
        var refused = refused("version: 1\ntitle: T\nsteps:\n  - " + only + "\n");

        assertTrue(refused.getMessage().startsWith("line 4, step 1: the member wh"), refused::getMessage);
        assertTrue(refused.getMessage().endsWith(" is missing"), refused::getMessage);
    }

    @Test
    void a_refusal_is_told_in_french_too() {
        var step = step("anybody", "{ volume: 11 }", "at-start");
        var refused = assertThrows(
                IllegalArgumentException.class, () -> ScenarioReader.read(new StringReader(step), Language.FRENCH));

        assertEquals(
                "ligne 8, étape 2\u00a0: volume n’est ni un réglage, ni ends-sessions, rotates-keys, inserts-card, removes-card, blocks-card, resets ou"
                        + " advances-clock",
                refused.getMessage());
    }
}
