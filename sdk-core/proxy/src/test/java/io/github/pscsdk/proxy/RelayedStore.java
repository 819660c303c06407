package io.github.pscsdk.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One server, and the way to it. */
final class RelayedStore implements SharedStore {
    private final Closeable server;
    private final Relay way;
    private final URI address;
    private final ReadOnly readOnly;

    private interface ReadOnly {
        void set(boolean readOnly) throws Exception;
    }

    private RelayedStore(Closeable server, Relay way, URI address, ReadOnly readOnly) {
        this.server = server;
        this.way = way;
        this.address = address;
        this.readOnly = readOnly;
    }

    static SharedStore postgresql(Path folder) throws Exception {
        var server = Postgres.start();
        var way = new Relay(server.port());
        var address = URI.create("jdbc:postgresql://127.0.0.1:" + way.port() + "/" + server.database());
        return new RelayedStore(server, way, address, server::setReadOnly);
    }

    static SharedStore redis(Path folder) throws Exception {
        var server = Redis.start(folder);
        var way = new Relay(server.port());
        return new RelayedStore(
                server,
                way,
                URI.create("redis://127.0.0.1:" + way.port()),
                readOnly -> server.tell("CONFIG", "SET", "maxmemory", readOnly ? "1" : "0"));
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void haveTrouble(Relay.Trouble trouble, Duration time) throws InterruptedException, IOException {
        way.begin(trouble);
        try {
            RealTime.pass(time);
        } finally {
            way.mend();
        }
    }

    @Override
    public void takeNothing(Duration time) throws Exception {
        readOnly.set(true);
        try {
            RealTime.pass(time);
        } finally {
            readOnly.set(false);
        }
    }

    @Override
    public void close() throws IOException {
        way.close();
        server.close();
    }
}
