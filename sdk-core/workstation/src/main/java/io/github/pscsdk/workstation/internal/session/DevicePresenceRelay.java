package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.spi.DevicePresence;

/** Passes the reports of a device watch on to its session, until the watch is lost. */
final class DevicePresenceRelay implements DevicePresence {
    private final WorkstationSession session;
    private boolean lost;

    DevicePresenceRelay(WorkstationSession session) {
        this.session = session;
    }

    @Override
    public synchronized void present() {
        if (!lost) {
            session.deviceCameBack();
        }
    }

    @Override
    public synchronized void absent() {
        session.deviceWent();
    }

    /** The watch failed: the device counts as gone, whatever the plug-in still reports. */
    synchronized void lose() {
        lost = true;
        session.deviceWent();
    }
}
