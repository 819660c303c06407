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

    private RelayedStore(Closeable server, Relay way, URI address) {
        this.server = server;
        this.way = way;
        this.address = address;
    }

    static SharedStore postgresql(Path folder) throws Exception {
        var server = Postgres.start();
        var way = new Relay(server.port());
        return new RelayedStore(
                server, way, URI.create("jdbc:postgresql://127.0.0.1:" + way.port() + "/" + server.database()));
    }

    static SharedStore redis(Path folder) throws Exception {
        var server = Redis.start(folder);
        var way = new Relay(server.port());
        return new RelayedStore(server, way, URI.create("redis://127.0.0.1:" + way.port()));
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void beAway(Duration time) throws InterruptedException, IOException {
        way.cut();
        try {
            RealTime.pass(time);
        } finally {
            way.mend();
        }
    }

    @Override
    public void close() throws IOException {
        way.close();
        server.close();
    }
}
