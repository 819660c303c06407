package io.github.pscsdk.proxy.internal.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The members of a configuration file; {@code proxy.example.json} shows all of them. */
public final class ConfigurationSchema {
    /** The kind of the file as a whole. */
    public static final String ROOT = "configuration";

    /**
     * A line for each kind of object: its name, then its members in order. A member has the kind behind its colon, else
     * that of its own name; a kind without a line is a value: {@code flag}, {@code int}, {@code long}, {@code address},
     * and text by any other name.
     */
    private static final Map<String, Map<String, String>> OBJECTS = """
            configuration bind publicBaseUri:address environment acr clients:client[] backends:backend[] \
            applications:application[] conformityMode:flag dangerously:text[] limits trustStore:keyStoreFile httpProxy \
            trustedReverseProxies:text[] traces login clientProbe:flag operation store
            bind address:text port:int
            environment name issuer:address authorizationEndpoint:address
            acr accepted:text[] required:flag
            client id method secret keyStore password:secret
            secret file variable value
            backend name baseUri:address tokenExchange
            tokenExchange tokenEndpoint:address revocationEndpoint:address scopes:text[] client
            application name sha256 operator:flag
            limits perCaller:int perNationalId:int window bodyBytes:long connectionsPerAddress:int pendingLogins:int \
            connectWithin
            keyStoreFile file password:secret
            httpProxy address:text user password:secret except:text[]
            traces directory inStore:flag retention
            login prompt maxAge identityProvider
            operation metrics:flag stopWithin reloadEvery
            store keyRing file postgresql redis
            postgresql url user password:secret
            redis server master sentinels:text[] user password:secret sentinelUser sentinelPassword:secret tls:flag \
            trustStore:keyStoreFile clientCertificate:keyStoreFile prefix
            """.lines()
            .map(line -> List.of(line.split(" ")))
            .collect(Collectors.toUnmodifiableMap(
                    words -> words.get(0), words -> members(words.subList(1, words.size()))));

    private ConfigurationSchema() {}

    private static Map<String, String> members(List<String> words) {
        var members = new LinkedHashMap<String, String>();
        words.forEach(word -> members.put(word.replaceFirst(":.*", ""), word.replaceFirst(".*:", "")));
        return members;
    }

    /** The members of an object of that kind, with the kind of each; none of a list or a value. */
    public static Map<String, String> members(String kind) {
        return OBJECTS.getOrDefault(kind, Map.of());
    }
}
