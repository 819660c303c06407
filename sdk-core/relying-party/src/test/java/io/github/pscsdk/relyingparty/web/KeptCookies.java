package io.github.pscsdk.relyingparty.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application's cookies of one browser, as it keeps them. */
final class KeptCookies implements WebLogin.Cookies {
    final Map<String, String> kept = new HashMap<>();
    final List<String> headers = new ArrayList<>();

    /** A request that is sent now: it reads the cookies of now, whatever answers to other tabs change meanwhile. */
    WebLogin.Cookies sent() {
        var cookies = Map.copyOf(kept);
        return new WebLogin.Cookies() {
            @Override
            public Optional<String> read(String name) {
                return Optional.ofNullable(cookies.get(name));
            }

            @Override
            public void add(String setCookie) {
                KeptCookies.this.add(setCookie);
            }
        };
    }

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void add(String setCookie) {
        headers.add(setCookie);
        var pair = setCookie.substring(0, setCookie.indexOf(';')).split("=", 2);
        if (setCookie.contains("Max-Age=0;")) {
            kept.remove(pair[0]);
        } else {
            kept.put(pair[0], pair[1]);
        }
    }
}
