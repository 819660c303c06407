package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.jose.KeyRing;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.testkit.simulator.internal.page.Screen;
import java.util.Map;

/** The key that signs, and the button for another one. */
final class KeyPanel implements Screen {
    private final KeyRing keys;

    KeyPanel(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public Reply answer(PageRequest request) {
        if (!request.isForm()) {
            return request.see("/cockpit#keys");
        }
        keys.rotate();
        return request.see("/cockpit?done=keys#keys");
    }

    Html markup(PageRequest request) {
        return request.form("/cockpit/keys", "keys", Map.of("kid", keys.active().kid()));
    }
}
