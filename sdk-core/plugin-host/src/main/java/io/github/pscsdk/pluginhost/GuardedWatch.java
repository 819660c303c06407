package io.github.pscsdk.pluginhost;

import io.github.pscsdk.pluginhost.thread.LoaderScope;
import io.github.pscsdk.spi.DevicePresence;
import io.github.pscsdk.spi.DeviceWatch;
import java.util.Objects;

/** Runs a device watch with its plug-in's loader as the thread's context class loader, and restores the old one afterwards. */
final class GuardedWatch implements DeviceWatch {
    private final DeviceWatch watch;
    private final ClassLoader loader;

    GuardedWatch(DeviceWatch watch, ClassLoader loader) {
        this.watch = Objects.requireNonNull(watch, "watch");
        this.loader = loader;
    }

    @Override
    @SuppressWarnings("try")
    public void follow(DevicePresence presence) throws InterruptedException {
        try (var scope = LoaderScope.enter(loader)) {
            watch.follow(presence);
        }
    }
}
