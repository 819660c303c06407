package io.github.pscsdk.benchmark.login;

import io.github.pscsdk.benchmark.psc.TokenSigner;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The two round trips of a login by the HTTP library that the SDK is built on, on the calling thread. */
final class LibraryRoundTrips implements AutoCloseable {
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final OkHttpClient client = new OkHttpClient();
    private final Request token;
    private final Request userInfo;

    LibraryRoundTrips(PreparedLogins logins) {
        token = new Request.Builder()
                .url(logins.psc.endpoint("/token").toString())
                .post(RequestBody.create(logins.tokenForm, FORM))
                .build();
        userInfo = new Request.Builder()
                .url(logins.psc.endpoint("/userinfo").toString())
                .header("Authorization", "Bearer " + TokenSigner.ACCESS_TOKEN)
                .build();
    }

    void roundTrips() throws IOException {
        send(token);
        send(userInfo);
    }

    private void send(Request request) throws IOException {
        try (var response = client.newCall(request).execute()) {
            if (response.body().bytes().length == 0) {
                throw new IOException("no answer");
            }
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }
}
