package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes what {@code psc-lab simulate --json} tells a script. */
public final class SimulationWriter {
    private record Document(
            Map<String, URI> addresses,
            List<Client> clients,
            String applicationToken,
            Map<String, String> tls,
            Map<String, String> card,
            int personas) {}

    private SimulationWriter() {}

    /**
     * A client of the simulator.
     *
     * @param backchannelLogoutUri where its logout tokens are sent; empty where none are
     */
    public record Client(
            String id, String secret, List<URI> redirectUris, List<URI> postLogoutUris, String backchannelLogoutUri) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /**
     * One document on one line, without a line break.
     *
     * @param tls what it takes to speak TLS, by name; nothing over plain HTTP
     * @param card what the virtual card is and where, by name; nothing without one
     */
    public static String write(
            Map<String, URI> addresses,
            List<Client> clients,
            String applicationToken,
            Map<String, String> tls,
            Map<String, String> card,
            int personas) {
        Objects.requireNonNull(applicationToken, "applicationToken");
        try {
            return Json.ONE_LINE.writeValueAsString(
                    new Document(addresses, clients, applicationToken, tls, card, personas));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and addresses can always be written", e);
        }
    }
}
