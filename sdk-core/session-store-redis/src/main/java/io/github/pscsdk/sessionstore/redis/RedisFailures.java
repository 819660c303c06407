package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.StoreException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The meaning of the refusals of Redis, and who must act. Its messages quote keys, values and users: only its code, the
 * first word, is passed on.
 */
record RedisFailures(String server) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3,20}");
    // Redis 6.2 wraps what happens in a script: "ERR Error running script (…): … -OOM …".
    private static final Pattern CODE_IN_SCRIPT = Pattern.compile("@user_script: ?[0-9]+: -?([A-Z]{3,20}) ");
    // Jedis tells an end of the connection by this message alone.
    private static final String ENDED = "Unexpected end of stream.";
    private static final Set<String> OF_A_REPLICA_OR_A_START = Set.of("READONLY", "MASTERDOWN", "LOADING");

    /** Whether the next call should look anew for the server on which one writes. */
    boolean isOfAnotherServer(JedisDataException refusal) {
        return OF_A_REPLICA_OR_A_START.contains(code(refusal));
    }

    StoreException of(JedisException failure) {
        return failure instanceof JedisDataException refusal ? refused(code(refusal)) : broken(failure);
    }

    private static String code(JedisDataException refusal) {
        var message = String.valueOf(refusal.getMessage());
        var first = message.split(" ", 2)[0];
        if (!first.equals("ERR")) {
            return CODE.matcher(first).matches() ? first : "ERR";
        }
        var inScript = CODE_IN_SCRIPT.matcher(message);
        if (inScript.find()) {
            return inScript.group(1);
        }
        // Redis 7 and later, and Redis 6.2, which have no code for it in a script.
        return message.contains("ACL failure in script") || message.contains("The user executing the script can't")
                ? "NOPERM"
                : first;
    }

    private StoreException refused(String code) {
        return switch (code) {
            case "NOAUTH", "WRONGPASS" ->
                unreadable("wants another user or password: correct the settings of this service", code);
            case "NOPERM" ->
                unreadable("forbids the user a command or the keys: give it the ACL of the documentation", code);
            case "DENIED" -> unreadable("is in protected mode: give it a user and a password", code);
            case "WRONGTYPE" -> unreadable("has something else under these keys: use another prefix", code);
            case "MOVED", "ASK", "CROSSSLOT", "CLUSTERDOWN" ->
                unreadable("is a Redis Cluster, which is not supported: use one server, or Sentinel", code);
            case "READONLY", "MASTERDOWN" ->
                passing("is a replica now: where it stays one, give the address of the master", code);
            case "NOREPLICAS" -> passing("has too few replicas in reach, and takes nothing", code);
            case "LOADING" -> passing("is loading its data", code);
            case "BUSY" -> passing("is busy with a script of somebody else's", code);
            case "OOM" -> passing("is out of memory: raise maxmemory", code);
            case "MISCONF" -> passing("cannot write to its disk, and takes nothing", code);
            default -> passing("refuses", code);
        };
    }

    private StoreException broken(JedisException failure) {
        var cause = Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .findFirst();
        if (cause.filter(RedisFailures::isWrongCertificate).isPresent()) {
            return StoreException.unreadable(server + " and this service do not trust each other in TLS ("
                    + cause.get().getClass().getSimpleName() + "): compare certificates, names and authorities");
        }
        if (cause.isPresent()) {
            return StoreException.unreachable(server, failure);
        }
        return unavailable(ENDED.equals(failure.getMessage()) ? "connection lost" : "an answer that is not Redis's");
    }

    /** A certificate that one side refuses; all else may pass, such as a server that is about to stop. */
    private static boolean isWrongCertificate(Throwable failure) {
        return failure instanceof SSLException
                && (String.valueOf(failure.getMessage()).startsWith("Received fatal alert")
                        || Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
                                .anyMatch(CertificateException.class::isInstance));
    }

    private StoreException unreadable(String meaning, String code) {
        return StoreException.unreadable(server + " " + meaning + " (" + code + ")");
    }

    private StoreException passing(String meaning, String code) {
        return StoreException.unavailable(server + " " + meaning + " (" + code + ")", null);
    }

    StoreException unavailable(String what) {
        return StoreException.unavailable(server + ": " + what, null);
    }

    @Override
    public String toString() {
        return server;
    }
}
