package io.github.pscsdk.workstation;

import io.github.pscsdk.testkit.support.PluginCompiler;
import java.util.Map;

/** A plug-in that asks, gives notice and follows its device, each with classes of its own. */
final class CardPluginSources {
    /** Where the plug-in leaves a weak reference to its own loader. */
    static final String LOADER = "psc.test.card.loader";
    /** What its watch saw, as a queue of texts. */
    static final String SEEN = "psc.test.card.seen";

    private CardPluginSources() {}

    static Map<String, byte[]> compiled() {
        return PluginCompiler.compile(Map.of("card.Card", CARD, "card.Trouble", TROUBLE));
    }

    private static final String TROUBLE = """
            package card;
            import io.github.pscsdk.diagnostic.*;
            public enum Trouble implements Problem {
              ONE_TRY_LEFT;
              public String code() { return "CRD-001"; }
              public Party party() { return Party.PROFESSIONAL; }
              public Remedy remedy(java.util.Locale locale) { return new Remedy("One try left.", java.util.List.of()); }
            }
            """;

    private static final String CARD = """
            package card;
            import io.github.pscsdk.api.*;
            import io.github.pscsdk.api.dialog.*;
            import io.github.pscsdk.api.professional.*;
            import io.github.pscsdk.diagnostic.*;
            import io.github.pscsdk.spi.*;
            import java.util.*;
            import java.util.concurrent.*;
            public class Card implements Authenticator {
              public Card() {
                System.getProperties().put("psc.test.card.loader",
                    new java.lang.ref.WeakReference<>(getClass().getClassLoader()));
              }
              public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("card", WayIn.BACKCHANNEL, "Carte", "Card");
              }
              public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                  throws PscException, InterruptedException {
                context.waitingForDevice();
                context.notice(Diagnostic.of(Trouble.ONE_TRY_LEFT, Severity.WARNING));
                var readers = new Readers();
                readers.add(CardChoice.of("left"));
                readers.add(CardChoice.of("right"));
                var chosen = context.dialog().card(readers);
                context.watch(presence -> follow(presence, chosen.get().reader()));
                return context.backchannel(BackchannelRequest.onMobile(new NationalId("899999100011")));
              }
              @SuppressWarnings("unchecked")
              private static void say(String seen) {
                ((Queue<String>) System.getProperties().get("psc.test.card.seen")).add(seen);
              }
              private void follow(java.util.function.Consumer<Boolean> presence, String reader) throws InterruptedException {
                say(reader);
                say(Thread.currentThread().getContextClassLoader() == Card.class.getClassLoader() ? "own" : "other");
                if (System.getProperty("psc.test.card.breaks") != null) throw new Gone();
                presence.accept(true);
                try {
                  new CountDownLatch(1).await();
                } finally {
                  tidyUp();
                  say("left");
                }
              }
              /** Takes its time, as a driver does. */
              private synchronized void tidyUp() throws InterruptedException { wait(300); }
              static class Readers extends ArrayList<CardChoice> {}
              static class Gone extends RuntimeException {}
            }
            """;
}
