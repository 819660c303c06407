package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.testkit.SessionStoreContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("programs")
class EncryptedSessionStoreTest extends SessionStoreContract {
    private final Nodes nodes;

    EncryptedSessionStoreTest(RedisProgram program) {
        this.nodes = new Nodes(program);
    }

    static List<RedisProgram> programs() {
        return RedisProgram.all();
    }

    @Override
    protected SessionStore open() throws Exception {
        return nodes.open().sessions().encrypted(Nodes.ring());
    }

    @AfterEach
    void close() {
        nodes.close();
    }
}
