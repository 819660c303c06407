package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of an authenticator's promises, against the contract and against those who break them in its own tests. */
class PromiseTableTest {
    private static final String TESTS = "plugins/testkit/authenticator-contract/src/test/";
    private static final String PACKAGE = "/io/github/pscsdk/testkit/contract/";

    private static List<String[]> liars() {
        return Repository.read(TESTS + "resources" + PACKAGE + "liars.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    @Test
    void the_table_tells_who_breaks_which_promise() {
        var page = Repository.read("docs/write-a-plugin.md");
        var section = page.substring(page.indexOf("### The promises"), page.indexOf("## The life of"));

        assertEquals(
                liars().stream().map(PromiseTableTest::row).toList(),
                section.lines().filter(line -> line.startsWith("| ")).skip(1).toList());
    }

    @Test
    void the_table_has_each_promise_of_the_contract() {
        var promises = Arrays.stream(AuthenticatorContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(promises, liars().stream().map(liar -> liar[0]).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String row(String... liar) {
        return "| " + liar[0].replace('_', ' ') + " | " + sentence(liar[1]) + " |";
    }

    /** What the class that breaks the promise says of itself. */
    private static String sentence(String liar) {
        var names = liar.split("\\.");
        var source = Repository.read(TESTS + "java" + PACKAGE + names[0] + ".java");
        var said = Pattern.compile("/\\*\\* (.*)\\. \\*/\\n    (?:public )?static class " + names[1] + " ")
                .matcher(source);
        if (!said.find()) {
            throw new AssertionError(liar + " does not say what it does");
        }
        return said.group(1).substring(0, 1).toLowerCase(Locale.ROOT)
                + said.group(1).substring(1);
    }
}
