package io.github.pscsdk.example.lab.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a port for a server whose address others must know before it starts. Below those that systems hand out by themselves,
 * else another connection might take it meanwhile.
 */
final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;
    private static final int TRIES = 100;

    private FreePort() {}

    static int at(InetAddress bind) throws IOException {
        for (var i = 0; i < TRIES; i++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port, bind)) {
                return port;
            }
        }
        throw new BindException("no free port found");
    }

    private static boolean isFree(int port, InetAddress bind) throws IOException {
        try (var probe = new ServerSocket(port, 1, bind)) {
            return probe.isBound();
        } catch (BindException taken) {
            return false;
        }
    }
}
