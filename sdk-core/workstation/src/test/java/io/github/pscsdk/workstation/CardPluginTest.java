package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.testkit.support.PluginJar;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An isolated plug-in with a watch, a question and a notice: what it sees, and what is left of it. */
class CardPluginTest {
    private static final Map<String, byte[]> CLASSES = CardPluginSources.compiled();
    private static final String BREAKS = "psc.test.card.breaks";

    private final MockServerHalf server = new MockServerHalf();
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final List<LoginProgress> told = new ArrayList<>();
    private final List<List<CardChoice>> offered = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void write_the_plug_in() throws Exception {
        PluginJar.named("card.jar").extension("card.Card", CLASSES).writeInto(folder);
        System.getProperties().put(CardPluginSources.SEEN, seen);
    }

    @AfterEach
    void close() {
        System.getProperties().remove(CardPluginSources.SEEN);
        System.clearProperty(BREAKS);
        server.close();
    }

    @Test
    void its_watch_has_its_loader_as_context_and_follows_the_card_that_was_chosen() throws Exception {
        try (var client = client()) {
            login(client);

            assertEquals("right", seen.take());
            assertEquals("own", seen.take());
        }
    }

    @Test
    void its_notices_are_copied_texts_included() throws Exception {
        try (var client = client()) {
            login(client);
        }

        var notice = told.get(1).notice().orElseThrow();
        assertEquals("CRD-001", notice.problem().code());
        assertEquals("One try left.", notice.problem().remedy(Locale.ENGLISH).title());
        assertSame(host(), notice.problem().getClass().getClassLoader());
    }

    @Test
    void the_host_is_offered_a_list_of_the_jdk_s() throws Exception {
        try (var client = client()) {
            login(client);
        }

        assertSame(null, offered.get(0).getClass().getClassLoader());
    }

    @Test
    void when_the_client_is_closed_no_thread_is_in_the_plug_in_any_more() throws Exception {
        var client = client();
        login(client);
        seen.take();
        seen.take();

        client.close();

        assertEquals(List.of("left"), List.copyOf(seen));
    }

    @Test
    void a_watch_that_a_sign_out_ends_is_waited_for_as_well() throws Exception {
        var client = client();
        var session = login(client);
        seen.take();
        seen.take();

        session.signOut();
        client.close();

        assertEquals(List.of("left"), List.copyOf(seen));
    }

    @Test
    void an_unloaded_plug_in_leaves_nothing_behind_but_copies() throws Exception {
        var client = client();
        var session = login(client);
        seen.take();
        var loader = (WeakReference<?>) System.getProperties().remove(CardPluginSources.LOADER);

        client.close();

        Collected.await("the plug-in's loader", loader);
        assertSame(State.LOCKED, session.state());
        assertEquals(2, offered.get(0).size());
        assertEquals("CRD-001", told.get(1).notice().orElseThrow().problem().code());
    }

    @Test
    void nor_does_one_whose_watch_failed() throws Exception {
        System.setProperty(BREAKS, "yes");
        var client = client();
        var session = login(client);
        States.of(session).await(State.LOCKED);
        var loader = (WeakReference<?>) System.getProperties().remove(CardPluginSources.LOADER);

        client.close();

        Collected.await("the plug-in's loader", loader);
    }

    private AuthenticationSession login(PscClient client) throws Exception {
        return client.login(LoginRequest.using("card").withProgress(told::add).withDialog(new LoginDialog() {
            @Override
            public Optional<CardChoice> card(List<CardChoice> cards) {
                offered.add(cards);
                return Optional.of(cards.get(1));
            }
        }));
    }

    private PscClient client() {
        return Fakes.builder(server).pluginDirectory(folder).build();
    }

    private static ClassLoader host() {
        return CardPluginTest.class.getClassLoader();
    }
}
