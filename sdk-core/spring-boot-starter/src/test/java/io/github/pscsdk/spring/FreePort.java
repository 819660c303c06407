package io.github.pscsdk.spring;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port whose address others must know before it is bound; below those that the system gives to connections. */
public final class FreePort {
    private FreePort() {}

    /** One that is free now. */
    public static int draw() throws IOException {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException taken) {
                // another one
            }
        }
    }
}
