package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.PscException;

/** Where a login stands, as its caller is told. */
public sealed interface LoginStatus {
    /** It waits for the professional. */
    record Pending() implements LoginStatus {}

    /** The software has to give the code that the browser's page shows. */
    record CodeNeeded(int triesLeft) implements LoginStatus {}

    /** It is over, in a session. */
    record Done(String session, String sessionState) implements LoginStatus {
        /** Hides the handle. */
        @Override
        public String toString() {
            return "Done[]";
        }
    }

    /** It is over. */
    record Failed(PscException failure) implements LoginStatus {}
}
