package io.github.pscsdk.plugin.cps.proof;

import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;

/** A person at the keys, who counts how often the code is asked for. */
final class CodeHandler implements CallbackHandler {
    private final String code;
    private final List<Provider> providers = new ArrayList<>();

    CodeHandler(String code) {
        this.code = code;
    }

    @Override
    public void handle(Callback[] callbacks) {
        providers.add(Arrays.stream(Security.getProviders())
                .filter(provider -> provider.getName().contains("CardProof"))
                .findFirst()
                .orElseThrow());
        for (var callback : callbacks) {
            if (callback instanceof PasswordCallback password) {
                password.setPassword(code.toCharArray());
            }
        }
    }

    int asked() {
        return providers.size();
    }

    /** As it was when the code was asked for. */
    Provider provider() {
        return providers.get(0);
    }
}
