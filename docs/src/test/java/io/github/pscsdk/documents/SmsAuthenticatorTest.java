package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.AuthenticatorContract;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.contract.TestServices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An author's second hour: a code by SMS, in a hundred lines, which keep every promise. */
class SmsAuthenticatorTest implements AuthenticatorContract {
    private static final String CODE = "271828";

    /** The gateway, which sends the same code to everybody. */
    private HttpServer gateway;

    private final AtomicInteger sent = new AtomicInteger();

    @BeforeEach
    void open_the_gateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/codes", exchange -> {
            var typed = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("^[0-9]+ ", "");
            if (typed.isEmpty()) {
                sent.incrementAndGet();
            }
            exchange.sendResponseHeaders(Set.of("", CODE).contains(typed) ? 200 : 403, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void close_the_gateway() {
        gateway.stop(0);
    }

    @Override
    public Authenticator authenticator() {
        return new SmsAuthenticator();
    }

    @Override
    public TestServices services(AuthenticatorDescriptor descriptor) {
        return TestServices.of(descriptor)
                .with("gateway", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/codes");
    }

    @Override
    public LoginDialog dialog() {
        return typing(CODE);
    }

    @Override
    public Set<Problem> problems() {
        return Set.of(SmsProblem.NOT_SET_UP);
    }

    /** One answer after the other. */
    private static LoginDialog typing(String... answers) {
        var typed = new ArrayDeque<>(List.of(answers));
        return new LoginDialog() {
            @Override
            public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
                assertTrue(question.isSent(), "the host says that it was sent");
                var answer = typed.size() > 1 ? typed.remove() : typed.element();
                return Optional.of(answer.toCharArray());
            }
        };
    }

    private TestContext login(LoginDialog person) throws Exception {
        var sms = new SmsAuthenticator();
        sms.start(services(sms.descriptor()));
        var context = TestContext.answering().withDialog(person);
        sms.authenticate(request(), context);
        return context;
    }

    @Test
    void whoever_wants_another_code_is_sent_one() throws Exception {
        assertEquals(1, login(typing("", CODE)).asked().size());

        assertEquals(2, sent.get());
    }

    @Test
    void a_wrong_code_may_be_mended_twice() throws Exception {
        assertEquals(1, login(typing("000000", "000001", CODE)).asked().size());

        var failure = assertThrows(PscException.class, () -> login(typing("000000")));
        assertEquals(SmsProblem.WRONG_CODE, failure.problem());
    }
}
