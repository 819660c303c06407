package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.workstation.internal.http.SessionHandle;

/** The only class of {@link Grant}: holds the session's handle, which a plug-in cannot read. Compared by identity: each belongs to one attempt. */
final class SessionGrant implements Grant {
    private final SessionHandle handle;

    SessionGrant(SessionHandle handle) {
        this.handle = handle;
    }

    SessionHandle handle() {
        return handle;
    }
}
