package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.DeviceState;
import io.github.pscsdk.spi.SettingValues;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** The services of a test, in a host of another language. */
record ServicesInLanguage(AuthenticatorServices ofTest, Locale locale) implements AuthenticatorServices {
    @Override
    public SettingValues settings() {
        return ofTest.settings();
    }

    @Override
    public HttpClient httpClient() {
        return ofTest.httpClient();
    }

    @Override
    public Optional<DeviceState> state() {
        return ofTest.state();
    }

    @Override
    public Clock clock() {
        return ofTest.clock();
    }
}
