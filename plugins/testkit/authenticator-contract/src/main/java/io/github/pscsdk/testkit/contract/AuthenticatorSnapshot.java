package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All of an authenticator that a host shows or compares: what it is, what its problems say, and what becomes of a login. */
record AuthenticatorSnapshot(AuthenticatorDescriptor descriptor, Map<String, String> problems, String login) {
    /** @param own problems, whose texts are compared */
    static AuthenticatorSnapshot of(AuthenticatorUnderTest test, Set<Problem> own) throws Exception {
        var problems = new TreeMap<String, String>();
        for (var problem : own) {
            problems.put(problem.name(), texts(problem));
        }
        return new AuthenticatorSnapshot(test.authenticator().descriptor(), problems, login(test));
    }

    private static String texts(Problem problem) {
        try {
            return problem.code() + words(problem.remedy(Locale.FRENCH)) + words(problem.remedy(Locale.ENGLISH));
        } catch (IllegalStateException e) {
            // Another promise is about texts that are missing.
            return "no texts";
        }
    }

    private static String login(AuthenticatorUnderTest test) throws Exception {
        var context = TestContext.answering().withDialog(test.dialog());
        try (var host = ContractHost.of(test, test.authenticator())) {
            host.login(test.request(), context).endBy(test.patience());
        }
        var asked = context.asked().stream()
                .map(question -> question.map(
                        each -> each.channel() + " " + each.nationalId().value()))
                .toList();
        var said = context.messages().stream()
                .map(words -> words.in(Locale.FRENCH) + ", " + words.in(Locale.ENGLISH))
                .toList();
        return "asks " + asked + ", says " + said;
    }

    private static String words(Remedy remedy) {
        return " " + remedy.title() + " " + remedy.steps();
    }
}
