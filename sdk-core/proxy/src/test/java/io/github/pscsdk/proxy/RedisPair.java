package io.github.pscsdk.proxy;

import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A Redis with a replica, which a Sentinel promotes when the master dies; that one comes back as the replica. */
final class RedisPair implements SharedStore {
    private static final String MASTER = "mymaster";

    /**
     * Sentinel pings once a second. After one second it would take a server that answers for dead, and promote the replica beside it: what the
     * first one takes from then on is lost.
     */
    private static final int DOWN_AFTER_MILLIS = 3_000;

    private final Redis[] servers = new Redis[2];
    private Redis sentinel;
    private int master;

    private RedisPair() {}

    /** Where there is none for this system, the test is skipped and says so. */
    static SharedStore start(Path folder) throws Exception {
        var pair = new RedisPair();
        var program = Redis.program();
        try {
            pair.servers[0] = Redis.start(folder, program, "--repl-diskless-sync-delay", "0");
            pair.servers[1] = Redis.start(folder, program, "--repl-diskless-sync-delay", "0");
            pair.servers[1].close();
            pair.servers[1].startAsReplicaOf(pair.servers[0]);
            pair.sentinel = Redis.sentinel(
                    folder,
                    program,
                    List.of(
                            "sentinel monitor " + MASTER + " 127.0.0.1 " + pair.servers[0].port() + " 1",
                            "sentinel down-after-milliseconds " + MASTER + " " + DOWN_AFTER_MILLIS,
                            "sentinel failover-timeout " + MASTER + " 5000"));
            pair.awaitReplica();
            return pair;
        } catch (Exception | Error e) {
            pair.close();
            throw e;
        }
    }

    @Override
    public URI address() {
        return URI.create("redis-sentinel://127.0.0.1:" + sentinel.port() + "/" + MASTER);
    }

    private void awaitReplica() throws Exception {
        Await.until(
                "the replica follows",
                () -> servers[1 - master].info("replication").contains("master_link_status:up"));
        Await.until(
                "Sentinel knows the replica",
                () -> sentinel.info("sentinel")
                        .contains("status=ok,address=127.0.0.1:" + servers[master].port() + ",slaves=1"));
    }

    @Override
    public void failOver() throws Exception {
        var dead = master;
        servers[dead].close();
        master = 1 - dead;
        Await.until(
                "Sentinel has promoted the replica",
                () -> sentinel.info("sentinel").contains("address=127.0.0.1:" + servers[master].port()));
        servers[dead].startAsReplicaOf(servers[master]);
        awaitReplica();
    }

    @Override
    public void close() {
        for (var server : servers) {
            if (server != null) {
                server.close();
            }
        }
        if (sentinel != null) {
            sentinel.close();
        }
    }
}
