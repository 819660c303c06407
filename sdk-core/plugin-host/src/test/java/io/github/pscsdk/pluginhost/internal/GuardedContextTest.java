package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.problem.HostileProblem;
import io.github.pscsdk.pluginhost.internal.problem.HostileThrowable;
import io.github.pscsdk.pluginhost.internal.problem.ProblemIsolation;
import io.github.pscsdk.spi.AuthenticationContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardedContextTest {
    private final List<Object> told = new ArrayList<>();
    private final AuthenticationContext engine = (AuthenticationContext) Proxy.newProxyInstance(
            AuthenticationContext.class.getClassLoader(),
            new Class<?>[] {AuthenticationContext.class},
            (self, method, arguments) -> {
                told.add(arguments[0]);
                return null;
            });

    @Test
    void a_notice_of_a_problem_that_cannot_be_read_is_one_of_a_failed_plug_in_and_the_login_goes_on() {
        var problem = new HostileProblem();
        problem.remedy = () -> HostileThrowable.sneak(new StackOverflowError());
        var context =
                new GuardedContext(engine, ProblemIsolation.ISOLATED, getClass().getClassLoader());

        context.notice(Diagnostic.of(problem, Severity.WARNING).with("tries", "1"));

        var notice = (Diagnostic) told.get(0);
        assertSame(PluginProblem.PLUGIN_FAILED, notice.problem());
        assertSame(Severity.WARNING, notice.severity());
        assertEquals(
                Map.of("tries", "1", "reason", "a method of the problem threw java.lang.StackOverflowError"),
                notice.facts());
    }
}
