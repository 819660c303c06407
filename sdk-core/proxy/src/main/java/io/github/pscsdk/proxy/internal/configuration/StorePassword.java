package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.relyingparty.settings.Setting;
import io.github.pscsdk.relyingparty.settings.SettingsReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The password with which a store is opened. One in a file is read anew for each connection, and stays what it was where the file cannot be read; one given otherwise stays. Safe for any
 * thread.
 */
final class StorePassword implements Supplier<char[]> {
    private final Setting.Secret setting;
    private final Path folder;
    private volatile char[] last;

    private StorePassword(Setting.Secret setting, Path folder, char[] first) {
        this.setting = setting;
        this.folder = folder;
        this.last = first;
    }

    /** Empty where there is a fault, which is noted. */
    static Optional<StorePassword> read(SettingsReader settings, Path folder, Setting.Secret setting) {
        return settings.secret(setting, password -> new StorePassword(setting, folder, password.clone()));
    }

    @Override
    public char[] get() {
        if (setting.file().isPresent()) {
            new SettingsReader(folder, Map.of()).secret(setting, char[]::clone).ifPresent(now -> last = now);
        }
        return last.clone();
    }

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "StorePassword";
    }
}
