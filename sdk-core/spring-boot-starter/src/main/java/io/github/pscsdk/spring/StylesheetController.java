package io.github.pscsdk.spring;

import io.github.pscsdk.loginui.HtmlButton;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The style of the button with which a login begins. */
@RestController
final class StylesheetController {
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    @GetMapping(PscAddresses.STYLESHEET)
    ResponseEntity<byte[]> style() {
        return ResponseEntity.ok().contentType(CSS).body(HtmlButton.stylesheet().getBytes(StandardCharsets.UTF_8));
    }
}
