package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;

/** An application with beans for its stores, here in a file, keeps who is logged in over a restart. */
class KeptLoginTest {
    private final Visitor visitor = new Visitor();

    @TempDir
    private Path folder;

    private KeyRing ring;

    @BeforeEach
    void draw() throws IOException {
        ring = KeyRing.read(Files.writeString(folder.resolve("key-ring"), KeyRing.draw("2026-11")));
    }

    private void addStore(GenericApplicationContext context) {
        context.registerBean(JdbcStores.class, () -> JdbcStores.file(folder.resolve("sessions")));
        context.registerBean(
                SessionStore.class,
                () -> context.getBean(JdbcStores.class).sessions().encrypted(ring));
    }

    /** One of them is over before it; the browser of the other one is at the login page meanwhile. */
    @Test
    void a_login_outlives_a_restart_and_one_that_began_before_it_ends_after_it() throws Exception {
        try (var site = TestSite.keptBy(this::addStore)) {
            assertEquals(site.page("/me"), site.logIn(visitor).address());
            var other = new Visitor();
            var callback = site.callback(other);
            var tokens = site.simulator().count(Endpoint.TOKEN);

            site.restart();

            assertTrue(Files.exists(folder.resolve("sessions.mv.db")));
            var me = visitor.get(site.page("/me"));
            assertEquals(200, me.status());
            assertEquals(site.page("/me"), other.follow(other.get(callback)).address());
            assertEquals(tokens + 1, site.simulator().count(Endpoint.TOKEN));
            visitor.post(site.page("/psc/logout"), me.hidden());
            assertEquals(
                    site.page("/login-needed"), visitor.get(site.page("/me")).location());
        }
    }
}
