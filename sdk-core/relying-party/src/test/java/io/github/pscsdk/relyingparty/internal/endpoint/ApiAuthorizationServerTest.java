package io.github.pscsdk.relyingparty.internal.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.relyingparty.internal.http.ClientConnections.ClientIdentity;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiAuthorizationServerTest {
    private static String key(String name, String tokenEndpoint, String clientId, String... scopes) {
        var client = new ClientIdentity(clientId, ClientCredentials.none());
        var api = new ApiAuthorizationServer(
                name, URI.create(tokenEndpoint), Optional.empty(), List.of(scopes), client, null);
        return api.key();
    }

    @Test
    void what_is_kept_for_an_api_is_not_taken_for_one_that_differs_in_anything() {
        var keys = Stream.of(
                key("form", "https://api.example/token", "one", "read"),
                key("other", "https://api.example/token", "one", "read"),
                key("form", "https://api.example/other", "one", "read"),
                key("form", "https://api.example/token", "two", "read"),
                key("form", "https://api.example/token", "one", "declare"),
                key("form", "https://api.example/token", "one", "read", "declare"),
                key("form", "https://api.example/token", "one"));

        assertEquals(7, keys.distinct().count());
    }
}
