package io.github.pscsdk.testkit.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Puts messages together and hands each to whoever expects it. */
final class Wire implements WebSocket.Listener {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<Integer, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private volatile String lastLog = "";

    CompletableFuture<JsonNode> expect(int id) {
        return expected.computeIfAbsent(id, ignored -> new CompletableFuture<>());
    }

    /** The last entry of the browser's log. */
    String lastLog() {
        return lastLog;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            receive(message.toString());
            message.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void receive(String text) {
        try {
            var content = MAPPER.readTree(text);
            if (content.has("id")) {
                expect(content.get("id").asInt()).complete(content);
            } else if (content.path("method").asText().equals("Log.entryAdded")) {
                lastLog = content.at("/params/entry/text").asText();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
