package io.github.pscsdk.httpclient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy learns the password once, for a way through it, and by no scheme but Basic. */
class ProxyLoginTest {
    private static final String HEADER = "Proxy-Authorization";
    private static final ProxyLogin LOGIN = new ProxyLogin(Optional.of("Basic YTpi"));
    private static final Request CONNECT = request("CONNECT");

    private static Request request(String method) {
        return new Request.Builder()
                .url("https://psc.example")
                .method(method, null)
                .build();
    }

    private static Response asked(Request request, String scheme) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(407)
                .message("")
                .header("Proxy-Authenticate", scheme)
                .build();
    }

    @Test
    void the_first_question_is_answered() throws Exception {
        var request = LOGIN.authenticate(null, asked(CONNECT, "Basic realm=\"clinic\""));

        assertEquals("Basic YTpi", request.header(HEADER));
    }

    @Test
    void a_second_question_means_that_the_password_is_wrong() {
        var second = CONNECT.newBuilder().header(HEADER, "Basic YTpi").build();

        assertThrows(
                ProxyLogin.UnmetException.class, () -> LOGIN.authenticate(null, asked(second, "Basic realm=\"x\"")));
    }

    @ParameterizedTest
    @CsvSource({"Negotiate, true", "NTLM, true", "Basic realm=\"x\", false"})
    void a_scheme_without_its_login_is_told(String scheme, boolean hasLogin) {
        var login = hasLogin ? LOGIN : new ProxyLogin(Optional.empty());

        assertThrows(ProxyLogin.UnmetException.class, () -> login.authenticate(null, asked(CONNECT, scheme)));
    }

    @Test
    void a_server_behind_the_tunnel_learns_nothing() throws Exception {
        assertNull(LOGIN.authenticate(null, asked(request("GET"), "Basic realm=\"x\"")));
    }

    @Test
    void nothing_is_said_before_the_proxy_asks() throws Exception {
        assertNull(LOGIN.authenticate(null, asked(CONNECT, "OkHttp-Preemptive")));
    }
}
