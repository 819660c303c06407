package io.github.pscsdk.sessionstore.redis;

import java.time.Duration;

/** The names of our keys. All begin with the prefix, by which an ACL tells them. */
record RedisKeys(String prefix) {
    String version() {
        return prefix + "version";
    }

    /** How the hash of an entry begins: value, version; and where there are such, kind, node, indices. */
    String entry() {
        return prefix + "entry:";
    }

    String entry(String key) {
        return entry() + key;
    }

    /** How the sorted set of a kind begins that has the keys of what has to be done by the time when it is due. */
    String due() {
        return prefix + "due:";
    }

    /** The same by the time when it expires. */
    String ends() {
        return prefix + "ends:";
    }

    /** How the sorted set of an index begins that has the keys of its entries, by the time when they expire. */
    String index() {
        return prefix + "index:";
    }

    /** In milliseconds, rounded up: nothing is gone or due too soon. */
    static long millis(Duration duration) {
        return duration.plusNanos(999_999).toMillis();
    }
}
