package io.github.pscsdk.proxy;

import io.github.pscsdk.sessionstore.KeyRing;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** What happens every few seconds while people log in. */
enum Fault {
    NONE("nothing happens", Duration.ofHours(1)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) {}
    },
    KILL("a node is killed and started again", Duration.ofSeconds(5)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            node.kill();
            node.start();
            node.awaitReady();
        }
    },
    TERMINATE("a node is stopped in good order and started again", Duration.ofSeconds(5)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            restart(node);
        }
    },
    FREEZE("a node stands still for longer than its lease", Duration.ofSeconds(30)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            node.freeze();
            RealTime.pass(FROZEN);
            node.thaw();
        }
    },
    STORE_AWAY("the store is away for some seconds", Duration.ofSeconds(30)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            cluster.store().haveTrouble(Relay.Trouble.CUT, AWAY);
        }
    },
    STORE_READ_ONLY("the store is read and takes nothing for some seconds", Duration.ofSeconds(10)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            cluster.store().takeNothing(AWAY);
        }
    },
    STORE_HANGS("the store hangs for some seconds", Duration.ofSeconds(10)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            cluster.store().haveTrouble(Relay.Trouble.HANG, AWAY);
        }
    },
    STORE_RESETS("connections to the store are reset for some seconds", Duration.ofSeconds(10)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            cluster.store().haveTrouble(Relay.Trouble.RESET, AWAY);
        }
    },
    STORE_CORRUPT("what the store answers is changed on its way for some seconds", Duration.ofSeconds(10)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            cluster.store().haveTrouble(Relay.Trouble.CORRUPT, AWAY);
        }
    },
    FAIL_OVER("the store's server dies, and another one takes over", Duration.ofSeconds(10)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            cluster.store().failOver();
        }
    },
    NEW_KEY("the first key is changed, node by node, as the handbook says", Duration.ofSeconds(5)) {
        @Override
        void strike(Cluster cluster, Cluster.Node node) throws Exception {
            var lines = Files.readAllLines(cluster.nodes().get(0).ring());
            // The first line is that of the index key, the second that of the key which encrypts.
            var next = KeyRing.draw("key-" + lines.size()).lines().toList().get(1);
            lines.add(2, next);
            give(cluster, lines);
            Collections.swap(lines, 1, 2);
            give(cluster, lines);
        }

        private void give(Cluster cluster, List<String> ring) throws Exception {
            for (var node : cluster.nodes()) {
                Files.write(node.ring(), ring);
                restart(node);
            }
        }
    };

    static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("cluster.away", 3));
    /** Longer than the lease of a login; in the long run, of a refresh too. */
    static final Duration FROZEN = Duration.ofSeconds(Integer.getInteger("cluster.frozen", 21));

    /** For the figures. */
    final String words;

    /** Between two of them. */
    final Duration pause;

    Fault(String words, Duration pause) {
        this.words = words;
        this.pause = pause;
    }

    private static void restart(Cluster.Node node) throws Exception {
        node.terminate();
        node.start();
        node.awaitReady();
    }

    /** @param node one of them, drawn */
    abstract void strike(Cluster cluster, Cluster.Node node) throws Exception;
}
