package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.plugin.cps.internal.card.SerialNumber;
import io.github.pscsdk.plugin.cps.internal.pcsc.DriverThread;
import io.github.pscsdk.plugin.cps.internal.pcsc.PcscUnavailableException;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderChanges;
import io.github.pscsdk.plugin.cps.internal.pcsc.ReaderScan;
import io.github.pscsdk.spi.DeviceWatch;
import java.util.function.Consumer;

/** Follows one card by its serial number, read only after a change: other programs work with it. */
final class CardWatch implements DeviceWatch {
    private final ReaderScan scan;
    private final SerialNumber serial;

    CardWatch(ReaderScan scan, SerialNumber serial) {
        this.scan = scan;
        this.serial = serial;
    }

    @Override
    public void follow(Consumer<Boolean> presence) throws InterruptedException {
        try (var driver = new DriverThread("cps-watch")) {
            var changes = scan.changes();
            var isCertain = false;
            while (true) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("the session is over");
                }
                isCertain = report(driver, changes, presence, isCertain);
            }
        }
    }

    /** Reports once, if there is something to report; says whether that was certain. */
    private boolean report(DriverThread driver, ReaderChanges changes, Consumer<Boolean> presence, boolean wasCertain)
            throws InterruptedException {
        try {
            var changed = driver.call(() -> changes.await(CardWait.SLICE));
            if (!changed && wasCertain) {
                return true;
            }
            var found = driver.call(() -> scan.holds(serial));
            presence.accept(found.orElse(false));
            return found.isPresent();
        } catch (PcscUnavailableException e) {
            // No service, no card: but a service that comes back brings the card with it.
            presence.accept(false);
            DriverThread.pause(CardWait.SLICE);
            return false;
        }
    }
}
