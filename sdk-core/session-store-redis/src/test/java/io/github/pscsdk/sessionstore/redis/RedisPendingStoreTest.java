package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.testkit.PendingStoreContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("programs")
class RedisPendingStoreTest extends PendingStoreContract {
    private final Nodes nodes;

    RedisPendingStoreTest(RedisProgram program) {
        this.nodes = new Nodes(program);
    }

    static List<RedisProgram> programs() {
        return RedisProgram.all();
    }

    @Override
    protected PendingStore open() throws Exception {
        return nodes.open().pending();
    }

    @AfterEach
    void close() {
        nodes.close();
    }
}
