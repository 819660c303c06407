package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.spi.DevicePresence;

/** Carries a watch's reports to its session, until the watch is lost. */
final class DevicePresenceRelay implements DevicePresence {
    private final ProxySession session;
    private boolean lost;

    DevicePresenceRelay(ProxySession session) {
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

    /** Nobody looks any more: whatever a plug-in still says, the device counts as gone. */
    synchronized void lose() {
        lost = true;
        session.deviceWent();
    }
}
