package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ManyLoginsIT {
    @Test
    void browsers_of_one_address_log_in_at_the_form_as_often_as_a_test_likes() throws Exception {
        var http = HttpClient.newHttpClient();
        try (var servers = Fixtures.servers()) {
            var login = servers.addresses().get("form").resolve("/login");

            // A form in production takes sixty within ten minutes.
            for (var i = 0; i <= 60; i++) {
                var answer = http.send(HttpRequest.newBuilder(login).build(), BodyHandlers.discarding());
                assertEquals(303, answer.statusCode(), "login " + i);
            }
        }
    }
}
