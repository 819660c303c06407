package io.github.pscsdk.proxy;

import java.io.Closeable;
import java.net.URI;
import java.time.Duration;

/** What the nodes of a cluster share, and what may happen to it. */
interface SharedStore extends Closeable {
    /** As {@link NodeMain} has it. */
    URI address();

    /** Something happens on the way to it for that time. */
    default void haveTrouble(Relay.Trouble trouble, Duration time) throws Exception {
        throw new UnsupportedOperationException("it has no relay");
    }

    /** It is read and takes nothing for that time. */
    default void takeNothing(Duration time) throws Exception {
        throw new UnsupportedOperationException("it takes everything");
    }

    /** The server dies, another one takes over, and gets one behind it that could do the same; returns then. */
    default void failOver() throws Exception {
        throw new UnsupportedOperationException("it is one server");
    }
}
