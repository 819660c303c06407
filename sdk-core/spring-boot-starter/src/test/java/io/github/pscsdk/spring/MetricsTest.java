package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.support.Await;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

/** What an application with Micrometer can watch. */
class MetricsTest {
    @AutoClose
    private final TestSite site = TestSite.open();

    MetricsTest() throws Exception {}

    @Test
    void settings_without_a_client_are_refused_by_whoever_needs_it_and_not_here() {
        assertDoesNotThrow(() -> new PscMetricsAutoConfiguration().pscMetrics(new StandardEnvironment()));
    }

    @Test
    void a_login_is_in_every_registry_that_meters_are_bound_to() throws Exception {
        var registry = new SimpleMeterRegistry();
        // Spring Boot binds them where it makes the registries.
        site.application().getBeansOfType(MeterBinder.class).values().forEach(binder -> binder.bindTo(registry));

        site.logIn(new Visitor());

        var logins = registry.find("psc.logins").tags("client", "site", "way", "browser", "outcome", "done");
        // Events have a thread of their own.
        Await.until(
                "the login is counted",
                () -> logins.timer() != null && logins.timer().count() > 0);
        assertEquals(1, logins.timer().count());
        assertEquals(
                1,
                registry.get("psc.logins.begun").tag("way", "browser").counter().count());
    }
}
